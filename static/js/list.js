/* The list after an action: the server answers with one row, and its place is where its position (data-at) says. Rows
   carry all that the list needs to stay whole: state, position, year and month. What has to be counted or measured (the
   strip, the gaps) is asked for a moment later. Drag and drop only asks; a refused move goes back by its position. */
(() => {
  "use strict";
  if (!window.desk) return;
  const { one, all, entryOf, choose } = window.desk;

  const list = () => one("#list");
  const aside = () => one("#list > .aside");
  const isNewest = () => list().dataset.order === "newest";
  /** The rows of the page itself, without those set aside. */
  const rows = () => all("#list > .entry");
  const at = (row) => BigInt(row.dataset.at);
  const comesFirst = (row, other) => (isNewest() ? at(row) > at(other) : at(row) < at(other));

  /** Milliseconds after the last action until the rest is asked for. */
  const LATER = 400;

  const SHOWN = { all: ["proposed", "accepted"], undecided: ["proposed"], accepted: ["accepted"], rejected: ["rejected"] };

  // --- Where a row goes --------------------------------------------------------------------------------------

  /** Whether it lies on a page before this one or behind it; then it is not shown here. */
  const isElsewhere = (row, others) => {
    const earlier = one("#list .pages [rel=prev]");
    const later = one("#list .pages [rel=next]");
    return others.length > 0
      && ((earlier && comesFirst(row, others[0])) || (later && comesFirst(others[others.length - 1], row)));
  };

  const putAside = (row) => {
    const folded = aside();
    if (!folded) return row.remove();
    folded.hidden = false;
    one("summary", folded).after(row);
  };

  /** How many are set aside, as the tab says; nothing is shown of none. */
  const countAside = () => {
    const folded = aside();
    if (!folded) return;
    const number = all("#tabs .tab__count").at(-1)?.textContent.trim() || "0";
    one("[data-rejected]", folded).textContent = number;
    folded.hidden = !one(".entry", folded) && number === "0";
  };

  /** Put the row where it belongs. Whether it is on this page at all. */
  const place = (row) => {
    const twin = all(`[id="${row.id}"]`).find((other) => other !== row && list().contains(other));
    if (twin) twin.replaceWith(row);
    const show = list().dataset.show;
    if (show === "all" && row.dataset.state === "rejected") {
      if (!aside()?.contains(row)) putAside(row);
      return true;
    }
    if (!SHOWN[show].includes(row.dataset.state)) {
      row.remove();
      return false;
    }
    const others = rows().filter((other) => other !== row);
    if (isElsewhere(row, others)) {
      row.remove();
      return false;
    }
    const behind = others.find((other) => comesFirst(row, other));
    const here = list().contains(row) && row.parentElement === list();
    const next = here && rows()[rows().indexOf(row) + 1];
    if (here && next === behind) return true;
    if (behind) {
      // Above the year that stands over it; the years are put right afterwards.
      const head = behind.previousElementSibling;
      (head?.matches(".year") ? head : behind).before(row);
    } else if (others.length) {
      const last = others[others.length - 1];
      (last.nextElementSibling?.matches(".gap") ? last.nextElementSibling : last).after(row);
    } else {
      one("#list > .entries__none")?.remove();
      list().prepend(row);
    }
    return true;
  };

  // --- Years and gaps ----------------------------------------------------------------------------------------

  const heading = (name) => {
    const head = document.createElement("h2");
    head.className = "year";
    const words = document.createElement("span");
    words.className = "year__name";
    words.textContent = name;
    head.append(words, " ");
    return head;
  };

  const note = (months) => {
    if (months.length === 1) return months[0];
    return months.includes("month not given") ? "" : `${months[0]} to ${months[months.length - 1]}`;
  };

  /** A heading over each run of rows of one year, saying the months where all have one. */
  const drawYears = () => {
    const heads = all("#list > .year");
    let year = null;
    let months = [];
    let head = null;
    const finish = () => {
      if (!head) return;
      const words = note([...new Set(months)]);
      let own = one(".year__note", head);
      if (!words) return own?.remove();
      if (!own) {
        own = document.createElement("span");
        own.className = "year__note";
        head.append(own);
      }
      if (own.textContent !== words) own.textContent = words;
    };
    const used = new Set();
    for (const row of rows()) {
      if (row.dataset.year !== year) {
        finish();
        year = row.dataset.year;
        months = [];
        const above = row.previousElementSibling;
        const fits = above?.matches(".year") && one(".year__name", above).textContent === year;
        head = fits ? above : heading(year);
        if (!fits) row.before(head);
        used.add(head);
      }
      months.push(row.dataset.month);
    }
    finish();
    for (const old of heads) if (!used.has(old)) old.remove();
  };

  const gapOf = (row) => one(`#list > .gap[data-after="${row.dataset.entry}"]`);

  /** Every gap right below its row, none without one. */
  const drawGaps = () => {
    for (const gap of all("#list > .gap")) {
      const row = entryOf(gap.dataset.after);
      if (!row || row.parentElement !== list()) gap.remove();
      else if (row.nextElementSibling !== gap) row.after(gap);
    }
  };

  const takeGaps = (gaps) => {
    for (const fresh of gaps) {
      const row = entryOf(fresh.dataset.after);
      const old = row && gapOf(row);
      const words = fresh.textContent.trim();
      if (!row || row.parentElement !== list()) continue;
      const isLast = !rows().slice(rows().indexOf(row) + 1).length;
      if (!words || isLast) old?.remove();
      else if (old) old.textContent = words;
      else {
        row.after(document.importNode(fresh, true));
      }
    }
  };

  /** The marks of the entry's words, as they are now, in place of those in the source's text. */
  const takeMarks = () => {
    for (const fresh of all("#marks > .mark")) {
      const old = one(`#source-text [id="${fresh.id}"]`);
      if (old) old.replaceWith(fresh);
      else fresh.remove();
    }
  };

  // --- After an answer ---------------------------------------------------------------------------------------

  /** What is to be asked for: below which rows the gap may be another, and whether new words are marked. */
  const wanted = new Set();
  let marked = false;
  let asking = 0;

  const ask = (marks) => {
    marked ||= Boolean(marks);
    clearTimeout(asking);
    asking = setTimeout(fetchRest, LATER);
  };

  /** The strip, the tabs, the gaps and new marks; where none come (the page is being left), nothing is lost. */
  const fetchRest = async () => {
    const url = new URL(window.desk.addressed(one("#overview").dataset.url), location.href);
    url.searchParams.set("gaps", [...wanted].slice(-20).join("."));
    url.searchParams.set("shown", all("#list .entry").map((row) => row.dataset.entry).join("."));
    if (marked) url.searchParams.set("marks", "1");
    const own = asking;
    let answer = "";
    try {
      const response = await fetch(url, { headers: { "HX-Request": "true" } });
      answer = response.ok ? await response.text() : "";
    } catch { /* the page is being left, or the server is away: the next action asks again */ }
    if (own !== asking || !answer.trim()) return;
    const fresh = new DOMParser().parseFromString(answer, "text/html");
    for (const name of ["tabs", "overview", "rail"]) {
      const part = fresh.getElementById(name);
      if (!part) continue;
      part.removeAttribute("data-hx-swap-oob");
      one(`#${name}`)?.replaceWith(document.importNode(part, true));
    }
    const text = fresh.getElementById("source-text");
    if (text) one("#source-text")?.replaceChildren(...[...text.childNodes].map((node) => document.importNode(node, true)));
    takeGaps(all("#gaps > .gap", fresh));
    countAside();
    wanted.clear();
    marked = false;
    window.desk.drawRail?.();
  };

  const aboveOf = (row) => {
    const list = rows();
    return list[list.indexOf(row) - 1];
  };

  const nextUndecided = (row) => {
    const open = rows();
    const below = open.slice(open.indexOf(row) + 1).concat(open.slice(0, Math.max(0, open.indexOf(row))));
    return below.find((other) => other.dataset.state === "proposed");
  };

  const sayWhere = (words, pk) => {
    const said = one("#said");
    const link = document.createElement("a");
    link.href = `${list().dataset.entryUrl}${pk}#e-${pk}`;
    link.textContent = words;
    said.append(" ", link);
    one("#live").append(` ${words}`);
  };

  /** Fetch the page of the list that holds an entry, and go there. */
  const bring = async (pk) => {
    const url = list().dataset.show === "all" ? `${list().dataset.entryUrl}${pk}` : one("#refresh").getAttribute("data-hx-get");
    await window.htmx.ajax("GET", url, { target: "#list", swap: "outerHTML" });
    choose(entryOf(pk) || rows()[0], { focus: true });
  };

  /** J and K go on to the next page and the one before. */
  for (const [key, rel, end] of [["j", "next", -1], ["ArrowDown", "next", -1], ["k", "prev", 0], ["ArrowUp", "prev", 0]]) {
    const within = window.desk.does[key];
    window.desk.does[key] = async () => {
      const link = one(`#list .pages [rel=${rel}]`);
      if (!link || !rows().length || window.desk.current() !== rows().at(end)) return within();
      await window.htmx.ajax("GET", link.getAttribute("href"), { target: "#list", swap: "outerHTML" });
      choose(rows().at(end === 0 ? -1 : 0), { focus: true });
    };
  }

  const isMine = (event) => event.detail && Object.hasOwn(event.detail, "of");

  document.addEventListener("desk:answer", (event) => {
    if (!isMine(event)) return;
    const { of, go_on: goOn, marks, gone = [] } = event.detail;
    takeMarks();
    window.desk.drawRail?.();
    const coming = all("#coming > .entry");
    const row = coming.find((each) => each.dataset.entry === String(of)) || entryOf(of);
    if (!row || !list()) return;
    const left = rows().filter((each) => gone.includes(Number(each.dataset.entry)));
    const after = goOn && left.length && nextUndecided(left[0]);
    for (const each of left) {
      if (aboveOf(each)) wanted.add(aboveOf(each).dataset.entry);
      each.remove();
    }
    for (const each of coming) {
      if (each === row) continue;
      if (place(each)) wanted.add(each.dataset.entry);
      if (each.isConnected) window.htmx.process(each);
    }
    const old = all(`[id="e-${of}"]`).find((other) => list().contains(other)) || row;
    const seat = rows().includes(old) ? old : null;
    const neighbour = seat && (rows()[rows().indexOf(seat) + 1] || aboveOf(seat));
    const next = after || (goOn && seat && nextUndecided(seat));
    for (const each of [seat, seat && aboveOf(seat)]) if (each) wanted.add(each.dataset.entry);
    const isHere = place(row);
    drawYears();
    drawGaps();
    countAside();
    if (isHere) for (const each of [row, aboveOf(row)]) if (each) wanted.add(each.dataset.entry);
    window.htmx.process(row);
    ask(marks);
    if (next) event.detail.entry = Number(next.dataset.entry);
    else if (goOn && event.detail.entry !== of && !entryOf(event.detail.entry)) bring(event.detail.entry);
    else if (!isHere && SHOWN.all.includes(row.dataset.state) && list().dataset.show === "all") sayWhere("It is on another page now.", of);
    if (!entryOf(event.detail.entry) && neighbour) event.detail.entry = Number(neighbour.dataset.entry);
  }, true);

  /** Many were changed, and the list has come anew: strip and marks come a moment later, as ever. */
  document.addEventListener("desk:answer", (event) => {
    if (!event.detail?.rest) return;
    one("#overview").dataset.url = event.detail.rest;
    ask(true);
  });

  document.addEventListener("htmx:afterSettle", () => makeSortable());

  window.desk.does.g ??= () => {
    const find = one("#find");
    find?.focus();
    find?.select();
  };

  // --- Drag and drop -----------------------------------------------------------------------------------------

  const makeSortable = () => {
    const here = list();
    if (!here || !window.Sortable || here.dataset.sortable) return;
    here.dataset.sortable = "yes";
    let home = null;
    new window.Sortable(here, {
      draggable: ".entry--accepted, .entry--proposed",
      handle: ".entry__grip",
      filter: ".aside",
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      ghostClass: "entry--moving",
      onStart: ({ item }) => { home = item.nextElementSibling; },
      onEnd: ({ item }) => {
        if (item.nextElementSibling === home) return;
        const order = rows();
        const above = order[order.indexOf(item) - 1];
        const below = order[order.indexOf(item) + 1];
        if (!above && !below) return;
        const values = above ? { after: above.dataset.entry } : { before: below.dataset.entry };
        const back = () => { here.insertBefore(item, home?.isConnected ? home : null); drawYears(); };
        item.addEventListener("htmx:sendError", back, { once: true });
        item.addEventListener("htmx:responseError", back, { once: true });
        window.htmx.ajax("POST", one("[data-move]", item).dataset.move, { source: item, target: `#${item.id}`, swap: "outerHTML", values });
      },
    });
  };

  makeSortable();
})();
