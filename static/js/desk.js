/* The split desk beyond what its forms and links do by themselves: the current entry and its words in the source, keys,
   drag and drop, the rail's true positions, a selection as a new entry, and where the focus goes after a swap.
   Everything here presses a button or follows a link that is on the page; without this script they still work. */
(() => {
  "use strict";

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const phone = matchMedia("(max-width: 719px)");
  document.body.classList.add("has-keys");

  // --- The current entry, and its words ----------------------------------------------------------------------

  const current = () => one(".entry--current") || one("#list .panel");
  const entries = () => all("#list .entry").filter((entry) => entry.offsetParent !== null);
  const entryOf = (id) => document.getElementById(`e-${id}`);

  const scrollInto = (pane, element) => {
    if (!pane || !element) return;
    const box = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top >= frame.top + 12 && box.bottom <= frame.bottom - 12) return;
    pane.scrollBy({ top: box.top - frame.top - frame.height / 3 });
  };

  const showWords = (id) => {
    for (const mark of all(".mark[aria-current]")) mark.removeAttribute("aria-current");
    const marks = all(`.mark[data-entry="${id}"]`);
    for (const mark of marks) mark.setAttribute("aria-current", "true");
    scrollInto(one("#source-text"), marks[0]);
    return marks[0];
  };

  const choose = (entry, { focus = false, scroll = true } = {}) => {
    if (!entry) return;
    for (const other of all(".entry--current")) {
      other.classList.remove("entry--current");
      other.removeAttribute("aria-current");
    }
    const folded = entry.closest("details.aside");
    if (folded) folded.open = true;
    if (entry.classList.contains("entry")) entry.classList.add("entry--current");
    entry.setAttribute("aria-current", "true");
    if (focus) (one("[autofocus]", entry) || entry).focus({ preventScroll: true });
    if (!scroll) { /* the page has just come: it begins at its top */ }
    else if (phone.matches) entry.scrollIntoView({ block: "nearest" });
    else scrollInto(one("#scroll"), entry);
    showWords(entry.dataset.entry);
    for (const button of all('.thumbbar [data-do="accept"], .thumbbar [data-do="reject"]')) {
      button.disabled = !one(`[data-act="${button.dataset.do}"]`, entry);
    }
  };

  const step = (by) => {
    const list = entries();
    const at = list.indexOf(current());
    choose(list[Math.min(Math.max(at + by, 0), list.length - 1)] || list[0], { focus: true });
  };

  const act = (name) => {
    const entry = current();
    const control = entry && one(`[data-act="${name}"]`, entry);
    if (control) control.click();
    return Boolean(control);
  };

  const fromHash = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches(".entry")) choose(target, { focus: true });
    if (target.matches(".mark[data-entry]")) choose(entryOf(target.dataset.entry));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const entry = event.target.closest(".entry");
    if (link && link.matches(".mark[data-entry], .quote-link, [data-act=source], [data-open], .rail__mark, .strip__zone")) {
      const here = document.getElementById((link.getAttribute("href").split("#")[1] || "").trim());
      if (!here || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (here.matches(".mark")) {
        choose(entryOf(here.dataset.entry));
        scrollInto(one("#source-text"), here);
        here.focus({ preventScroll: true });
      } else choose(here, { focus: true });
    } else if (entry && !event.target.closest("button, a, summary, input, label")) choose(entry);
  });

  // By keyboard alone: a pointer's click must still find its target where it was when the button went down.
  document.addEventListener("focusin", (event) => {
    const entry = event.target.closest(".entry");
    if (entry && entry !== current() && event.target.matches(":focus-visible")) choose(entry);
  });

  // --- Keys --------------------------------------------------------------------------------------------------

  const does = {
    j: () => step(1),
    k: () => step(-1),
    a: () => act("accept"),
    r: () => act("reject"),
    e: () => act("edit"),
    s: () => act("source") || (current() && showWords(current().dataset.entry)?.focus({ preventScroll: true })),
    u: () => one("#undo button:not([disabled])")?.click(),
    n: () => one("#new-link")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    const panel = event.target.closest(".panel");
    if (panel && event.key === "Enter" && (event.ctrlKey || event.metaKey)) one(".btn--primary", panel).click();
    if (panel && event.key === "Escape") one("[data-cancel]", panel)?.click();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const reading = /^[1-9]$/.test(event.key) && current() && all(".reading-choice", current())[event.key - 1];
    const key = event.key.toLowerCase();
    if (reading) reading.click();
    else if (Object.hasOwn(does, key) && !panel) does[key]();
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-do]");
    if (!control) return;
    event.preventDefault();
    ({ previous: () => step(-1), next: () => step(1) })[control.dataset.do]?.() ?? act(control.dataset.do);
  });

  // --- The panel of a new entry, and words selected for it ---------------------------------------------------

  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("#new-entry [data-cancel]");
    if (!cancel) return;
    event.preventDefault();
    one("#new-entry").replaceChildren();
    one("#new-link").focus();
  });

  /** Code points of the block's own text before a place in it; words that only screen readers get do not count. */
  const offsetIn = (block, node, at) => {
    let count = 0;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text === node) return count + [...text.data.slice(0, at)].length;
      if (!text.parentElement.closest(".visually-hidden")) count += [...text.data].length;
    }
    return count;
  };

  const selected = () => {
    const selection = getSelection();
    const text = one("#source-text");
    if (!text || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const ends = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]].map(([node, at]) => {
      const block = node.nodeType === Node.TEXT_NODE && text.contains(node) && node.parentElement.closest("[data-start]");
      return block ? Number(block.dataset.start) + offsetIn(block, node, at) : null;
    });
    return ends.includes(null) || ends[0] >= ends[1] ? null : { start: ends[0], end: ends[1] };
  };

  document.addEventListener("selectionchange", () => {
    const link = one("#new-link");
    if (!link) return;
    const words = selected();
    const address = new URL(link.href);
    for (const name of ["start", "end"]) {
      if (words) address.searchParams.set(name, words[name]);
      else address.searchParams.delete(name);
    }
    const path = address.pathname + address.search;
    if (link.getAttribute("hx-get") === path) return;
    link.setAttribute("href", path);
    link.setAttribute("hx-get", path);
    window.htmx.process(link);
    one(".btn__words", link).textContent = words ? link.dataset.selected : link.dataset.plain;
  });

  // --- The rail: signs where the words really are ------------------------------------------------------------

  const SIGN = 24;

  const drawRail = () => {
    const text = one("#source-text");
    const rail = one("#rail");
    if (!text || !rail || !rail.clientHeight) return;
    const top = text.getBoundingClientRect().top - text.scrollTop;
    const view = one(".rail__view", rail);
    view.setAttribute("y", `${(100 * text.scrollTop) / text.scrollHeight}%`);
    view.setAttribute("height", `${(100 * text.clientHeight) / text.scrollHeight}%`);
    const stops = all(".rail__stop", rail);
    let free = 0;
    for (const [i, stop] of stops.entries()) {
      const link = one("a", stop);
      const mark = document.getElementById(link.getAttribute("href").slice(1));
      if (!mark) continue;
      const y = ((mark.getBoundingClientRect().top - top) / text.scrollHeight) * (rail.clientHeight - SIGN);
      const apart = Math.min(Math.max(y, free), rail.clientHeight - SIGN * (stops.length - i));
      stop.setAttribute("y", Math.max(0, apart).toFixed(1));
      free = apart + SIGN;
      const state = [...mark.classList].find((name) => name.startsWith("mark--") && name !== "mark--short");
      if (link.classList.contains(`rail__${state}`)) continue;
      link.setAttribute("class", `rail__mark rail__${state}`);
      link.setAttribute("aria-label", mark.textContent.replace(/\s+\((.+)\)$/, ", $1"));
      one("g", link).replaceChildren(one(".icon", mark).cloneNode(true));
    }
  };

  document.addEventListener("scroll", (event) => { if (event.target.id === "source-text") drawRail(); }, { capture: true, passive: true });
  addEventListener("resize", drawRail);

  // --- Drag and drop -----------------------------------------------------------------------------------------

  const makeSortable = () => {
    const list = one("#list");
    if (!list || !window.Sortable || list.dataset.sortable) return;
    list.dataset.sortable = "yes";
    let home = null;
    new window.Sortable(list, {
      draggable: ".entry--accepted",
      handle: ".entry__grip",
      filter: ".aside",
      animation: 120,
      ghostClass: "entry--moving",
      onStart: ({ item }) => { home = item.nextElementSibling; },
      onEnd: ({ item }) => {
        if (item.nextElementSibling === home) return;
        const beside = (way) => {
          let other = item[way];
          while (other && !other.matches(".entry")) other = other[way];
          return other && other.dataset.entry;
        };
        const before = beside("previousElementSibling");
        const values = before ? { after: before } : { before: beside("nextElementSibling") };
        const back = () => list.insertBefore(item, home);
        window.htmx.ajax("POST", one("[data-move]", item).dataset.move, { source: item, target: "#list", swap: "outerHTML", values })
          .catch(back);
        item.addEventListener("htmx:sendError", back, { once: true });
      },
    });
  };

  // --- After a swap ------------------------------------------------------------------------------------------

  const trouble = (words) => {
    const notice = one("#trouble");
    if (!notice) return;
    notice.textContent = words;
    notice.hidden = !words;
  };

  const showPanel = (panel) => {
    if (!panel) return;
    one(".field--bad input, .field--bad textarea, [autofocus]", panel)?.focus({ preventScroll: true });
    panel.scrollIntoView({ block: phone.matches ? "start" : "nearest" });
  };

  document.body.addEventListener("desk:answer", (event) => choose(entryOf(event.detail.entry), { focus: true }));

  document.body.addEventListener("htmx:afterSettle", (event) => {
    trouble("");
    makeSortable();
    drawRail();
    const { elt: asked, path } = event.detail.requestConfig;
    if (asked.matches("[data-cancel]")) choose(entryOf(path.match(/\/e\/(\d+)\//)[1]), { focus: true });
    else if (asked.matches(".panel, [data-act=edit], #new-link, .empty__actions a")) showPanel(one(".panel"));
  });

  // What is being typed is never swapped away: the list waits until the panel is closed.
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.id !== "refresh" || !one(".panel")) return;
    event.preventDefault();
    const link = one("[data-waiting]");
    if (link) link.hidden = false;
  });

  document.body.addEventListener("htmx:responseError", (event) => {
    const gone = event.detail.xhr.status === 404;
    trouble(gone ? "This is not here any more; somebody may have changed it. Load the page again to see how it stands."
      : "The server could not do that. Nothing was changed. Load the page again and repeat it.");
  });
  document.body.addEventListener("htmx:sendError", () => trouble("The server cannot be reached. Nothing was changed; try again."));

  // What the desk's other scripts build on; they add their keys to `does`.
  window.desk = { one, all, current, entries, entryOf, choose, step, act, does, drawRail, trouble, showPanel };

  makeSortable();
  drawRail();
  document.fonts?.ready.then(drawRail);
  if (current()) choose(current(), { scroll: false });
  fromHash();
  addEventListener("hashchange", fromHash);
})();
