/* What a load of the page must not lose: after a reload the entry that was current is current again, and who found or
   filtered something by keyboard goes on in the list. */
(() => {
  "use strict";

  const { one, current, choose, entryOf } = window.desk;
  const AT = "desk-at";
  const TO_LIST = "desk-to-list";

  const put = (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* then a reload begins anew */ } };
  const take = (name) => {
    try {
      const value = sessionStorage.getItem(name);
      sessionStorage.removeItem(name);
      return value;
    } catch { return null; }
  };

  const here = () => location.pathname + location.search;

  addEventListener("pagehide", () => put(AT, JSON.stringify({ at: here(), entry: current()?.dataset.entry || "" })));

  document.addEventListener("submit", (event) => {
    if (event.target.closest(".find, .filters__sheet")) put(TO_LIST, "yes");
  });
  document.addEventListener("click", (event) => {
    if (event.detail === 0 && event.target.closest(".entries__bar a, .chips a")) put(TO_LIST, "yes");
  });

  /** The current entry; where nothing was found, what was asked for. */
  const toList = (window.desk.toList = () => {
    if (current()) return choose(current(), { focus: true });
    const row = window.desk.entries()[0];
    if (row) choose(row, { focus: true });
    else one("#find")?.focus();
  });

  const find = one("#find");
  find?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    find.value = find.defaultValue;
    if (current() || window.desk.entries().length) toList();
    else {
      one("#list").tabIndex = -1;
      one("#list").focus({ preventScroll: true });
    }
  });

  /** While the page settles (fonts, drafts that are offered), the entry it was opened at stays in sight. */
  const hold = () => {
    const settling = new ResizeObserver(() => { if (current()?.matches(".entry")) window.desk.show(current()); });
    settling.observe(one("#list"));
    const end = () => settling.disconnect();
    for (const type of ["keydown", "pointerdown", "wheel", "touchstart"]) addEventListener(type, end, { once: true, passive: true, capture: true });
    setTimeout(end, 2000);
  };

  addEventListener("DOMContentLoaded", () => {
    const was = JSON.parse(take(AT) || "null");
    const toTheList = take(TO_LIST);
    const again = ["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type);
    if (again && was?.at === here() && entryOf(was.entry)) choose(entryOf(was.entry), { focus: true });
    else if (toTheList && !location.hash) toList();
    else if (!entryOf(location.hash.slice(3)) && !/[?&]article=/.test(location.search)) return;
    hold();
  });
})();
