/* The overview beyond its links: drag, pinch, wheel and keys look at another part of the story. While the hand moves, the
   drawing is stretched as it is; once it rests, the server draws that part anew. Without this script the links do it. */
(() => {
  "use strict";

  const axis = document.getElementById("axis");
  const told = document.getElementById("told");
  if (!axis) return;
  axis.classList.add("axis--live");
  const PAD = 16;
  const REST = 140;
  const LEAST = 0.25;

  const paper = () => [...axis.querySelectorAll(".axis__paper")].find((each) => each.getClientRects().length);
  const number = (name) => Number(paper().dataset[name]);

  // --- The part that is shown, in months since the year 0 -----------------------------------------------------

  let part = null; // what the hand has asked for since the last drawing
  let timer = 0;
  let asked = 0;

  const shown = () => part || { start: number("start"), end: number("end") };

  /** At least a week, at most the whole story, and inside it. */
  const fit = ({ start, end }) => {
    const [first, last] = [number("first"), number("last")];
    const length = Math.min(Math.max(end - start, LEAST), last - first);
    const from = Math.min(Math.max((start + end - length) / 2, first), last - length);
    return { start: from, end: from + length };
  };

  /** Stretch the drawing to the part: true to the axis, not yet with the words there is room for. */
  const stretch = () => {
    const svg = paper().querySelector("svg");
    const width = svg.viewBox.baseVal.width - 2 * PAD;
    const [start, end] = [number("start"), number("end")];
    const scale = (end - start) / (part.end - part.start);
    const move = PAD - PAD * scale - ((part.start - start) / (end - start)) * width * scale;
    svg.querySelector(".axis__moves").setAttribute("transform", `matrix(${scale} 0 0 1 ${move} 0)`);
  };

  const look = (wanted) => {
    part = fit(wanted);
    stretch();
    clearTimeout(timer);
    timer = setTimeout(draw, REST);
  };

  const day = (months) => {
    const whole = Math.floor(months + 1e-9);
    const year = Math.floor(whole / 12);
    const length = new Date(Date.UTC(2000 + (year % 400), (whole % 12) + 1, 0)).getUTCDate();
    const inMonth = Math.min(length, 1 + Math.max(0, Math.floor((months - whole) * length + 1e-6)));
    const two = (value) => String(value).padStart(2, "0");
    return `${String(year).padStart(4, "0")}-${two((whole % 12) + 1)}-${two(inMonth)}`;
  };

  const draw = () => part && show(`?from=${day(part.start)}&to=${day(part.end - 1e-6)}`);

  // --- Drawn anew by the server ------------------------------------------------------------------------------

  const show = async (query, { remember = true } = {}) => {
    const turn = ++asked;
    const size = paper().classList.contains("axis__paper--phone") ? "phone" : "wide";
    const held = document.activeElement?.closest?.("[data-way], .axis__event, .axis__heap");
    const again = held && (held.dataset.way ? `[data-way="${held.dataset.way}"]` : `.axis__event[href="${held.getAttribute("href")}"]`);
    const url = `${axis.dataset.url}${query}`;
    let answer = null;
    try {
      answer = await fetch(`${url}${query.length > 1 ? "&" : "?"}size=${size}`.replace("?&", "?"), { headers: { accept: "text/html" } });
    } catch { /* no network: the address still works once there is one */ }
    if (turn !== asked) return;
    if (!answer?.ok) {
      location.assign(url);
      return;
    }
    axis.innerHTML = await answer.text();
    axis.querySelector(".axis__paper").classList.add("axis__paper--alone");
    part = null;
    document.getElementById("shows").textContent = document.getElementById("axis-name").textContent;
    if (remember) history.replaceState(null, "", query.length > 1 ? url : axis.dataset.url);
    if (again) (axis.querySelector(again) || axis.querySelector("[data-way=all]")).focus?.({ preventScroll: true });
  };

  const go = (name) => {
    const link = axis.querySelector(`a[data-way="${name}"]`);
    if (link) show(link.getAttribute("href"));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".axis a[data-way], .axis a[data-closer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.getAttribute("href"));
  });

  // --- Keys --------------------------------------------------------------------------------------------------

  const KEYS = { "+": "in", "=": "in", "-": "out", "−": "out", ArrowLeft: "earlier", ArrowRight: "later", Home: "all" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    go(KEYS[event.key]);
  });

  // --- Wheel -------------------------------------------------------------------------------------------------

  /** Where on the axis a place of the window is, and how many months a pixel is. */
  const measure = (x) => {
    const svg = paper().querySelector("svg");
    const box = svg.getBoundingClientRect();
    const pad = (PAD / svg.viewBox.baseVal.width) * box.width;
    const { start, end } = shown();
    const perPixel = (end - start) / (box.width - 2 * pad);
    return { at: start + (x - box.left - pad) * perPixel, perPixel };
  };

  const zoom = (x, factor) => {
    const { start, end } = shown();
    const { at } = measure(x);
    look({ start: at - (at - start) * factor, end: at + (end - at) * factor });
  };

  axis.addEventListener("wheel", (event) => {
    if (!event.target.closest(".axis__paper")) return;
    const aside = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) zoom(event.clientX, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.01));
    else if (Math.abs(aside) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      const by = aside * measure(event.clientX).perPixel;
      look({ start: shown().start + by, end: shown().end + by });
    } else return;
    event.preventDefault();
  }, { passive: false });

  // --- Hand: one finger drags, two pinch ---------------------------------------------------------------------

  const fingers = new Map();
  let dragged = false;

  axis.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".axis__paper") || event.button > 0) return;
    fingers.set(event.pointerId, event.clientX);
    dragged = false;
  });

  axis.addEventListener("dragstart", (event) => event.preventDefault());

  addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const was = fingers.get(event.pointerId);
    if (!dragged && fingers.size === 1 && Math.abs(event.clientX - was) < 4) return;
    dragged = true;
    paper().classList.add("axis__paper--held");
    const { start, end } = shown();
    const { perPixel } = measure(event.clientX);
    if (fingers.size === 1) {
      const by = (was - event.clientX) * perPixel;
      look({ start: start + by, end: end + by });
    } else {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const [before, now] = [Math.abs(was - other), Math.abs(event.clientX - other)];
      if (before > 8 && now > 8) zoom(other, before / now);
    }
    fingers.set(event.pointerId, event.clientX);
  });

  const lift = (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) paper().classList.remove("axis__paper--held");
  };
  addEventListener("pointerup", lift);
  addEventListener("pointercancel", lift);
  // What was dragged was not pressed.
  axis.addEventListener("click", (event) => {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    dragged = false;
  }, { capture: true });

  // --- What is under the pointer or has the focus ---------------------------------------------------------------

  const tell = (event) => {
    const mark = event.target.closest?.(".axis__event, .axis__heap");
    if (!mark) return;
    const [, date, words] = mark.getAttribute("aria-label").match(/^(.*?): (.*)$/s) || [null, "", mark.getAttribute("aria-label")];
    const strong = document.createElement("b");
    strong.textContent = date;
    told.replaceChildren(strong, words);
  };
  axis.addEventListener("focusin", tell);
  axis.addEventListener("pointerover", tell);
  addEventListener("resize", () => { if (axis.querySelector(".axis__paper--alone")) show(location.search || "?", { remember: false }); });
})();
