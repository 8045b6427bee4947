/* The source beside the entries: the words of the current entry, the rail, and words picked for a new entry, by pointer or
   by the arrow keys, sentence by sentence. Without this script the marks are links to their entries and back. */
(() => {
  "use strict";

  const { one, all, current, choose, does, scrollInto, say } = window.desk;
  const pane = () => one("#source-text");

  // --- The words of an entry ---------------------------------------------------------------------------------

  const showWords = (window.desk.showWords = (id) => {
    for (const mark of all(".mark[aria-current]")) mark.removeAttribute("aria-current");
    const own = id ? all(`.mark[data-entry="${id}"]`) : [];
    const cited = all("[data-mark]", document.getElementById(`e-${id}`) || pane() || document);
    const marks = own.length ? own : cited.map((link) => document.getElementById(link.dataset.mark)).filter(Boolean);
    for (const mark of marks) mark.setAttribute("aria-current", "true");
    scrollInto(pane(), marks[0]);
    window.desk.follow?.(id);
    return marks[0];
  });

  /** S: the current entry's source; pressed again, its next one, which may be in another article. */
  does.s = () => {
    const entry = current();
    if (!entry) return;
    const links = all(".quote-link", entry);
    const seen = links.findIndex((link) => link.dataset.mark === document.activeElement.id);
    const next = links[(seen + 1) % links.length] || null;
    if (next) next.click();
    else (showWords(entry.dataset.entry) || pane())?.focus({ preventScroll: true });
    if (links.length > 1) say(`Source ${((seen + 1) % links.length) + 1} of ${links.length}.`);
  };

  // --- Words picked for a new entry --------------------------------------------------------------------------

  /** Code points of the block's own text before a place; words that only screen readers get do not count. */
  const offsetIn = (block, node, at) => {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, at);
    const copy = before.cloneContents();
    for (const hidden of all(".visually-hidden", copy)) hidden.remove();
    return Number(block.dataset.start) + [...copy.textContent].length;
  };

  const span = (range) => {
    const text = pane();
    if (!text || range.collapsed || !range.intersectsNode(text)) return null;
    const found = all("[data-start]", text).filter((block) => range.intersectsNode(block)).map((block) => {
      const whole = document.createRange();
      whole.selectNodeContents(block);
      const first = range.compareBoundaryPoints(Range.START_TO_START, whole) > 0 ? range : whole;
      const last = range.compareBoundaryPoints(Range.END_TO_END, whole) < 0 ? range : whole;
      return [offsetIn(block, first.startContainer, first.startOffset), offsetIn(block, last.endContainer, last.endOffset)];
    }).filter(([start, end]) => start < end);
    return found.length ? { start: found[0][0], end: found.at(-1)[1] } : null;
  };

  /** The words selected in the source, else those of the mark that has the focus. */
  const picked = () => {
    const selection = getSelection();
    const selected = selection.rangeCount ? span(selection.getRangeAt(0)) : null;
    const mark = document.activeElement.closest?.(".mark");
    if (selected || !mark) return selected;
    const range = document.createRange();
    range.selectNodeContents(mark);
    return span(range);
  };

  const offerPicked = () => {
    const words = picked();
    for (const link of all("[data-new]")) {
      const address = new URL(link.href);
      for (const name of ["start", "end"]) {
        if (words) address.searchParams.set(name, words[name]);
        else address.searchParams.delete(name);
      }
      const path = address.pathname + address.search;
      if (link.getAttribute("data-hx-get") === path) continue;
      link.setAttribute("href", path);
      link.setAttribute("data-hx-get", path);
      window.htmx.process(link);
    }
  };

  document.addEventListener("selectionchange", offerPicked);

  /** N: what is selected this moment; the browser tells of a selection only a moment later. */
  does.n = () => {
    offerPicked();
    one("#new-link")?.click();
  };
  document.addEventListener("focusin", (event) => { if (event.target.closest(".mark, .entry")) offerPicked(); });

  // --- Sentence by sentence, for those without a pointer -------------------------------------------------------

  const isRead = (text) => (text.parentElement.closest(".visually-hidden") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);

  const sentences = function* () {
    const cut = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
    for (const block of all("[data-start]", pane())) {
      const nodes = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, isRead);
      let length = 0;
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, from: length });
        length += walker.currentNode.data.length;
      }
      const place = (at) => {
        const { node, from } = nodes.findLast((text) => text.from <= at);
        return [node, Math.min(at - from, node.data.length)];
      };
      const words = nodes.map(({ node }) => node.data).join("");
      for (const { segment, index } of cut.segment(words)) {
        if (!segment.trim()) continue;
        const range = document.createRange();
        range.setStart(...place(index));
        range.setEnd(...place(index + segment.trimEnd().length));
        yield range;
      }
    }
  };

  const pick = (by) => {
    const list = [...sentences()];
    const selection = getSelection();
    const now = selection.rangeCount && pane().contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
    const at = now ? list.findIndex((range) => range.compareBoundaryPoints(Range.START_TO_START, now) >= 0) : -1;
    const next = list[Math.min(Math.max(at < 0 ? (now ? list.length - 1 : 0) : at + by, 0), list.length - 1)];
    if (!next) return;
    selection.removeAllRanges();
    selection.addRange(next);
    scrollInto(pane(), next);
    say(next.toString());
  };

  document.addEventListener("keydown", (event) => {
    if (event.target !== pane() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      pick(event.key === "ArrowRight" ? 1 : -1);
    }
  });

  // Back from the source to the entry it was asked from.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.closest(".source") || one("dialog[open], .menu[open]") || !current()) return;
    getSelection().removeAllRanges();
    choose(current(), { focus: true });
  });

  // --- The rail: signs where the words really are ------------------------------------------------------------

  const SIGN = 24;

  const drawRail = (window.desk.drawRail = () => {
    const text = pane();
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
  });

  document.addEventListener("scroll", (event) => { if (event.target.id === "source-text") drawRail(); }, { capture: true, passive: true });
  addEventListener("resize", drawRail);
  drawRail();
  document.fonts?.ready.then(drawRail);
})();
