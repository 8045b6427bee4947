/* Entries selected with their boxes: by key, by click, in ranges, a page at once. The boxes belong to the toolbar's form, so
   that all of it works without this script too; here the selection outlives a swap of its rows, and is counted in words. */
(() => {
  "use strict";

  const desk = window.desk;
  const { one, all, does } = desk;
  const say = (words) => desk.say?.(words);
  const form = () => one("#selection");
  const boxes = () => all("#list .entry__select");
  const shown = () => boxes().filter((box) => box.getClientRects().length > 0);
  const ticked = () => boxes().filter((box) => box.checked);
  const pkOf = (box) => box.value.split(".")[0];
  const kept = new Set();
  let last = null;

  const plural = (number) => `${number} selected`;

  /** Count, and let the rows show it. `words`: tell it to the person as well. */
  const count = ({ words = true } = {}) => {
    const chosen = ticked();
    kept.clear();
    for (const box of boxes()) {
      if (box.checked) kept.add(pkOf(box));
      box.closest(".entry").classList.toggle("entry--selected", box.checked);
    }
    if (!form()) return;
    one("[data-count]", form()).textContent = plural(chosen.length);
    const merge = one("[data-merge]", form());
    if (merge) merge.disabled = chosen.length < 2;
    const into = one("[name=into]", form());
    const current = desk.current() && chosen.find((box) => box.closest(".entry") === desk.current());
    into.disabled = chosen.length === 0;
    into.value = chosen.length ? pkOf(current || chosen[0]) : "";
    if (words) say(chosen.length ? `${plural(chosen.length)}.` : "Nothing selected.");
  };

  const tick = (box, checked) => { box.checked = checked; };

  const range = (to) => {
    const list = shown();
    const from = list.findIndex((box) => pkOf(box) === last);
    const at = list.indexOf(to);
    if (from < 0 || at < 0) return;
    for (const box of list.slice(Math.min(from, at), Math.max(from, at) + 1)) tick(box, to.checked);
  };

  document.addEventListener("click", (event) => {
    const box = event.target.closest(".entry__select");
    if (!box) return;
    if (event.shiftKey) {
      range(box);
      getSelection().removeAllRanges();
    }
    last = pkOf(box);
    count();
  });

  document.addEventListener("change", (event) => { if (event.target.matches?.(".entry__select")) count({ words: false }); });

  // Clear, by the toolbar's button: focus goes back to the entry, the button is gone.
  document.addEventListener("reset", (event) => {
    if (event.target !== form()) return;
    const inside = form().contains(document.activeElement);
    setTimeout(() => {
      count();
      if (inside && desk.current()) desk.choose(desk.current(), { focus: true, scroll: false });
    });
  });

  const toggle = () => {
    const entry = desk.current();
    const box = entry && one(".entry__select", entry);
    if (!box) return;
    tick(box, !box.checked);
    last = pkOf(box);
    count();
  };

  const selectPage = () => {
    const list = shown();
    const every = list.every((box) => box.checked);
    for (const box of list) tick(box, !every);
    count();
  };

  const press = (selector, words) => () => {
    const button = ticked().length && form() && one(selector, form());
    if (button && !button.disabled) button.click();
    else say(words);
  };

  const before = does.m;
  Object.assign(does, {
    x: toggle,
    Space: toggle,
    "Shift+X": selectPage,
    "Shift+A": press("[name=to][value=accepted]", "Nothing is selected. X selects the current entry."),
    "Shift+R": press("[name=to][value=rejected]", "Nothing is selected. X selects the current entry."),
    m: () => {
      if (ticked().length > 1) press("[data-merge]", "")();
      else if (before && !ticked().length) before();
      else say("Select two entries or more to merge them: X selects the current one.");
    },
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-select-page]")) return;
    selectPage();
    event.target.closest("details")?.removeAttribute("open");
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !ticked().length) return;
    if (event.target.closest(".panel, dialog, .menu[open], #source-text") || one("dialog[open]")) return;
    form()?.reset();
    event.preventDefault();
  });

  does.h = () => { if (!desk.act("history")) say("There is no entry here to show the history of."); };

  // --- After a swap ------------------------------------------------------------------------------------------

  // Which rows were selected is remembered; one that its own answer brings anew is selected still.
  document.body.addEventListener("htmx:afterSettle", () => {
    for (const box of boxes()) if (kept.has(pkOf(box))) box.checked = true;
    count({ words: false });
  });

  // A history comes in its entry's place, like a form; a menu closes behind what was chosen in it.
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig.elt;
    if (asked.matches("[data-act=history], .story__back")) desk.showPanel(one(".panel--history"));
    if (asked.matches(".menu form")) asked.closest("details").removeAttribute("open");
  });

  // What a press has changed is not selected any more; what it left alone is.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.requestConfig.elt.closest("#selection, #merge-panel") && event.detail.xhr.status < 400) {
      kept.clear();
      const merged = (event.detail.xhr.getResponseHeader("HX-Trigger-After-Settle") || "").includes('"gone"');
      if (merged) for (const box of boxes()) box.checked = false;
    }
  });

  count({ words: false });
})();
