/* The split desk beyond what its forms and links do by themselves: the current entry, keys, drag and drop, what is said to
   screen readers, and where the focus goes after a swap. The source beside it is source.js.
   Everything here presses a button or follows a link that is on the page; without this script they still work.

   Other scripts build on `window.desk`. A key is added with `desk.does["x"] = () => …`: a letter as it is printed, whatever
   the keyboard's layout and caps lock; "Shift+A", "Alt+ArrowUp" where it takes another key. Buttons press keys by
   data-key="x". What happened is said with `desk.say(words)`, once: there is one live region. What a server's answer brings to
   be said stands in it as data-said. */
(() => {
  "use strict";

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const phone = matchMedia("(max-width: 720px)");
  const isShown = (element) => element.getClientRects().length > 0;
  const desk = (window.desk = { one, all, phone, isShown });

  // --- What is said ------------------------------------------------------------------------------------------

  /** Tell it to screen readers and show it at the foot. Answers of the server bring their own words. */
  const say = (desk.say = (words) => {
    const live = one("#live");
    const shown = one("#said");
    if (live) live.textContent = words;
    if (shown) {
      shown.textContent = words;
      delete shown.dataset.refused;
    }
  });

  /** A refusal stands at the foot until something else is done. */
  const forget = () => { if (one("#said[data-refused]")) say(""); };

  const trouble = (desk.trouble = (words) => {
    const notice = one("#trouble");
    if (!notice || (notice.hidden && !words)) return;
    notice.textContent = words;
    notice.hidden = !words;
    if (words) say(words);
  });

  // --- The current entry -------------------------------------------------------------------------------------

  /** The number of the entry that was chosen last. */
  let chosen = null;

  /** The entry that keys are about. While an answer takes its row's place nothing is marked for a moment: then it is the
      one that was chosen last, so that a key pressed at once finds it. */
  const current = (desk.current = () => {
    const again = chosen && one(`#list [id="e-${chosen}"]`);
    return one(".entry--current") || again || one("#list .panel");
  });
  const entries = (desk.entries = () => all("#list .entry").filter(isShown));
  const entryOf = (desk.entryOf = (id) => document.getElementById(`e-${id}`));

  const scrollInto = (desk.scrollInto = (pane, element) => {
    if (!pane || !element) return;
    const box = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top >= frame.top + 12 && box.bottom <= frame.bottom - 12) return;
    pane.scrollBy({ top: box.top - frame.top - frame.height / 3 });
  });

  /** Bring it into sight; on a phone what is to be answered in it stands above the thumb bar. */
  desk.show = (entry) => {
    if (!phone.matches) return scrollInto(one("#scroll"), entry);
    entry.scrollIntoView({ block: "nearest" });
    one(".readings", entry)?.scrollIntoView({ block: "nearest" });
  };

  const choose = (desk.choose = (entry, { focus = false, scroll = true } = {}) => {
    if (!entry) return;
    for (const other of all(".entry--current")) {
      other.classList.remove("entry--current");
      other.removeAttribute("aria-current");
    }
    const folded = entry.closest("details.aside");
    if (folded) folded.open = true;
    chosen = entry.dataset.entry || null;
    if (entry.classList.contains("entry")) entry.classList.add("entry--current");
    entry.setAttribute("aria-current", "true");
    if (focus) (one("[autofocus]", entry) || entry).focus({ preventScroll: true });
    if (!scroll) { /* the page has just come: it begins at its top */ }
    else desk.show(entry);
    desk.showWords?.(entry.dataset.entry);
    for (const button of all('.thumbbar [data-key="a"], .thumbbar [data-key="r"]')) {
      button.disabled = !one(`[data-act="${button.dataset.key === "a" ? "accept" : "reject"}"]`, entry);
    }
  });

  /** To the entry `by` places on; beyond the page's last one, to the next page of the list. */
  const step = (desk.step = (by) => {
    const list = entries();
    const at = list.indexOf(current()) + by;
    const more = list.length && one(`#list a[rel="${by > 0 ? "next" : "prev"}"]`);
    if (more && isShown(more) && (at < 0 || at >= list.length)) more.click();
    else choose(list[Math.min(Math.max(at, 0), list.length - 1)] || list[0], { focus: true });
  });

  /** Press the current entry's button of that name. False where it has none. */
  const act = (desk.act = (name) => {
    const entry = current();
    const control = entry && one(`[data-act="${name}"]`, entry);
    if (control) control.click();
    return Boolean(control);
  });

  const fromHash = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches(".entry")) choose(target, { focus: true });
    if (target.matches(".mark")) {
      choose(entryOf(target.dataset.entry));
      target.focus({ preventScroll: true });
      scrollInto(one("#source-text"), target);
    }
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

  const decide = (name, words) => () => { if (!act(name)) say(words); };

  const move = (direction) => () => {
    const button = current() && one(`[name=direction][value=${direction}]`, current());
    if (button) button.click();
    else say("Only entries on the timeline have a place to be moved from: accept it first.");
  };

  const does = (desk.does = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    a: decide("accept", "It is decided already."),
    r: decide("reject", "It is set aside already."),
    e: decide("edit", "What is set aside cannot be edited: restore it first."),
    d: () => one("[data-dense]")?.click(),
    "Alt+ArrowUp": move("up"),
    "Alt+ArrowDown": move("down"),
    "?": () => one("#keys")?.showModal(),
  });
  const HELD = new Set(["j", "k", "ArrowDown", "ArrowUp"]);
  const WRITTEN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

  /** The key's name in `does`: the letter it prints; where that is not Latin, the letter at its place on the board. */
  const keyOf = (event) => {
    let key = event.key;
    if (/^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key)) key = event.code.replace(/^Key/, "");
    const letter = /^[a-z]$/i.test(key);
    if (event.altKey) return `Alt+${key}`;
    if (letter) return event.shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
    return key === " " ? "Space" : key;
  };

  const keysOn = () => { try { return localStorage.getItem("desk-keys") !== "off"; } catch { return true; } };

  document.addEventListener("keydown", (event) => {
    const panel = event.target.closest(".panel");
    if (panel && event.key === "Enter" && (event.ctrlKey || event.metaKey)) one(".btn--primary", panel).click();
    if (panel && event.key === "Escape") one("[data-cancel]", panel)?.click();
    if (event.key === "Escape") forget();
    if (panel || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || !keysOn()) return;
    if (event.target.closest(WRITTEN) || one("dialog[open]")) return;
    const key = keyOf(event);
    if (/^(Arrow|Space|Enter)/.test(key) && event.target.closest("#source-text, .menu[open], summary, input, button")) return;
    const reading = /^[1-9]$/.test(key) && current() && all(".reading-choice", current())[key - 1];
    if (!reading && !Object.hasOwn(does, key)) return;
    event.preventDefault();
    if (event.repeat && !HELD.has(key)) return;
    forget();
    if (reading) reading.click();
    else does[key]();
  });

  document.addEventListener("click", (event) => { if (event.target.closest("[data-act], [data-cancel], [data-key]")) forget(); });

  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-key]");
    if (!control || !Object.hasOwn(does, control.dataset.key)) return;
    event.preventDefault();
    does[control.dataset.key]();
  });

  // Keys of one letter get in the way of those who speak to their computer: they can be turned off.
  const offer = () => document.body.classList.toggle("has-keys", keysOn());
  const chooseKeys = one("#keys-on");
  if (chooseKeys) {
    chooseKeys.checked = keysOn();
    chooseKeys.addEventListener("change", () => {
      try { localStorage.setItem("desk-keys", chooseKeys.checked ? "on" : "off"); } catch { /* kept for this page alone */ }
      offer();
    });
  }
  offer();
  document.body.classList.add("has-script");

  // --- Dense rows or cards: each person's own choice ----------------------------------------------------------

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-dense]");
    if (!button) return;
    event.preventDefault();
    const dense = document.body.classList.toggle("desk-page--dense");
    for (const other of all("[data-dense]")) other.setAttribute("aria-pressed", String(dense));
    document.cookie = `desk-rows=${dense ? "dense" : "cards"}; path=/desk/; max-age=31536000; samesite=lax`;
    if (current()) scrollInto(one("#scroll"), current());
    say(dense ? "Dense rows." : "Cards.");
    keepFocus();
  });

  // --- The panel of a new entry ------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("#new-entry [data-cancel]");
    if (!cancel) return;
    event.preventDefault();
    one("#new-entry").replaceChildren();
    if (current()) choose(current(), { focus: true });
    else one("[data-new]")?.focus();
  });

  const showPanel = (desk.showPanel = (panel) => {
    if (!panel) return;
    one(".field--bad input, .field--bad textarea, [autofocus]", panel)?.focus({ preventScroll: true });
    panel.scrollIntoView({ block: phone.matches ? "start" : "nearest" });
  });

  // --- After a swap ------------------------------------------------------------------------------------------

  let held = null;

  /** What has the focus, told so that it is found again when its piece of the page has been drawn anew. */
  const whatHasFocus = () => {
    const on = document.activeElement;
    if (!on || on === document.body) return null;
    const place = on.closest(".entry, .panel, [id]");
    const told = ["data-act", "data-key", "name", "value", "aria-label", "href"].filter((name) => on.hasAttribute(name));
    const same = on.localName + told.map((name) => `[${name}="${CSS.escape(on.getAttribute(name))}"]`).join("");
    return { id: on.id, place: place && place.id, same };
  };

  /** The focus never falls back to the page: it stays where it was, else goes to the current entry, else to the list. */
  const keepFocus = () => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const place = held && held.place && document.getElementById(held.place);
    const again = held && ((held.id && document.getElementById(held.id)) || (place && one(held.same, place)) || place);
    const last = one("#list") || one("#entries");
    for (const element of [again, current(), last]) {
      if (!element || !isShown(element)) continue;
      if (element === last || element === place) element.tabIndex = Math.max(element.tabIndex, -1);
      element.focus({ preventScroll: true });
      if (document.activeElement === element) return;
    }
  };
  desk.keepFocus = keepFocus;

  document.body.addEventListener("htmx:beforeSwap", () => { held = whatHasFocus() || held; });

  document.body.addEventListener("desk:answer", (event) => choose(entryOf(event.detail.entry), { focus: true }));

  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.successful) trouble("");
    desk.drawRail?.();
    const { elt: asked, path } = event.detail.requestConfig;
    const cancelled = asked.matches("[data-cancel]") && path.match(/\/e\/(\d+)\//);
    if (cancelled) choose(entryOf(cancelled[1]), { focus: true });
    else if (asked.matches(".pages a[rel]")) choose(entries().at(asked.rel === "prev" ? -1 : 0), { focus: true });
    else if (asked.matches(".panel, [data-act=edit], [data-new], .empty__actions a")) showPanel(one(".panel"));
    const telling = asked.name === "date" ? "[data-said]" : "[data-said]:not(.echo:not(.echo--refused))";
    const told = event.target.matches(telling) ? event.target : one(telling, event.target);
    if (told) {
      say(told.dataset.said);
      told.removeAttribute("data-said");
    }
    if (told?.matches(".echo--refused") || event.detail.xhr.status >= 400) one("#said")?.setAttribute("data-refused", "");
    setTimeout(keepFocus);
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

  addEventListener("DOMContentLoaded", () => {
    if (current()) choose(current(), { scroll: false });
    fromHash();
  });
  addEventListener("hashchange", fromHash);
})();
