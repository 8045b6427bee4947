/* Puts a fresh copy of a part of the page in place of the one that is open, and leaves alone what is the same and what
   is in use: a form somebody types in is neither moved nor replaced, so that focus, caret and text stay.
   `desk.mend(live, fresh, pins)`: the children of `live` become those of `fresh`, but for what holds one of `pins`. */
(() => {
  "use strict";
  if (!window.desk) return;

  /** What scripts put into the page, and tokens that are made anew for each answer: no difference between two copies. */
  const OURS = ".entry__people, .draft-offer, input[name=csrfmiddlewaretoken]";
  const PASSING = ["entry--current", "htmx-added", "htmx-settling", "htmx-swapping", "htmx-request"];

  const text = (node) => {
    const copy = node.cloneNode(true);
    for (const own of copy.querySelectorAll(OURS)) own.remove();
    for (const each of [copy, ...copy.querySelectorAll("*")]) {
      each.classList.remove(...PASSING);
      if (each.matches(".entry, .mark")) each.removeAttribute("aria-current");
      if (each.matches("details")) each.removeAttribute("open");
      if (each.dataset?.sortable) delete each.dataset.sortable;
      if (!each.classList.length) each.removeAttribute("class");
    }
    return copy.outerHTML.replace(/\s+/g, " ");
  };

  const same = (one, other) => one.id === other.id && text(one) === text(other);
  const isTwin = (one, other) => (one.id || other.id ? one.id === other.id : one.tagName === other.tagName && one.className === other.className);

  const drop = (node) => {
    const next = node.nextElementSibling;
    node.remove();
    return next;
  };

  /** The live node that already shows `node`, not further than `end`. Nameless ones (years, gaps) only at once. */
  const found = (at, end, node) => {
    if (!node.id) return at && at !== end && same(at, node) ? at : null;
    for (let live = at; live && live !== end; live = live.nextElementSibling) {
      if (live.id === node.id) return same(live, node) ? live : null;
    }
    return null;
  };

  /** Between `first` and `end`, both of them children of `parent`: as `fresh`. */
  const stretch = (parent, first, end, fresh, come) => {
    let at = first;
    for (const node of fresh) {
      const here = found(at, end, node);
      if (here) {
        while (at !== here) at = drop(at);
        at = here.nextElementSibling;
      } else {
        parent.insertBefore(document.importNode(node, true), at);
        come.push((at || end)?.previousElementSibling || parent.lastElementChild);
      }
    }
    while (at && at !== end) at = drop(at);
  };

  /** Where among `fresh` a pin goes whose own twin has gone: below the entry that it stood below. */
  const below = (pin, fresh) => {
    for (let other = pin.previousElementSibling; other; other = other.previousElementSibling) {
      const at = other.id ? fresh.findIndex((node) => node.id === other.id) : -1;
      if (at >= 0) return at + 1;
    }
    return 0;
  };

  const mend = (live, fresh, pins = []) => {
    const come = [];
    let first = live.firstElementChild;
    let left = [...fresh.children];
    for (const pin of [...live.children].filter((child) => pins.some((each) => child.contains(each)))) {
      const twin = left.findIndex((node) => isTwin(node, pin));
      const cut = twin >= 0 ? twin : below(pin, left);
      stretch(live, first, pin, left.slice(0, cut), come);
      if (twin >= 0 && !pins.includes(pin)) come.push(...mend(pin, left[twin], pins));
      left = left.slice(twin >= 0 ? cut + 1 : cut);
      first = pin.nextElementSibling;
    }
    stretch(live, first, null, left, come);
    return come;
  };

  window.desk.mend = mend;
  window.desk.same = same;
})();
