/* Comments beside the list: key C, names after an @, and a text that survives until it is sent.
   Without this script the comments of an entry are a page of their own. */
(() => {
  "use strict";
  const { desk } = window;
  const dock = document.getElementById("comments");
  if (!dock || !desk) return;
  const { one, all } = desk;

  const key = (panel) => `dateline-comment:${document.body.dataset.user}:${panel.dataset.entry}`;
  const panel = () => one(".talk", dock);

  const open = () => {
    const entry = desk.current();
    if (!entry) return;
    const control = one("[data-act=comments]", entry);
    if (control) control.click();
    else window.htmx.ajax("GET", dock.dataset.url.replace("/0/", `/${entry.dataset.entry}/`), { source: dock, target: dock, swap: "innerHTML" });
  };

  const close = () => {
    const { entry } = panel().dataset;
    dock.replaceChildren();
    desk.choose(desk.entryOf(entry), { focus: true, scroll: false });
  };

  desk.does.c = open;

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".talk [data-talk-close]")) return;
    event.preventDefault();
    close();
  });

  // --- Names after an @ --------------------------------------------------------------------------------------

  const names = () => one(".talk__names", dock);
  const offered = () => all("[role=option]:not([hidden])", names());
  const chosen = () => one("[role=option][aria-selected=true]:not([hidden])", names());

  const select = (option) => {
    for (const other of all("[role=option]", names())) other.setAttribute("aria-selected", String(other === option));
    const text = one("#talk-text", dock);
    if (option) text.setAttribute("aria-activedescendant", option.id);
    else text.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };

  const offer = (text) => {
    const begun = text.value.slice(0, text.selectionStart).match(/(?:^|[^\w@.+-])@([\w.+-]*)$/)?.[1];
    let shown = 0;
    for (const option of all("[role=option]", names())) {
      const fits = begun !== undefined && shown < 6 && `${option.dataset.name} ${option.textContent}`.toLowerCase().includes(begun.toLowerCase());
      option.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    names().hidden = !shown;
    select(shown ? offered()[0] : null);
  };

  const write = (option) => {
    const text = one("#talk-text", dock);
    const before = text.value.slice(0, text.selectionStart).replace(/@[\w.+-]*$/, `@${option.dataset.name} `);
    text.value = before + text.value.slice(text.selectionStart);
    text.setSelectionRange(before.length, before.length);
    names().hidden = true;
    select(null);
    text.focus();
    sessionStorage.setItem(key(panel()), text.value);
  };

  dock.addEventListener("input", (event) => {
    if (event.target.id !== "talk-text") return;
    sessionStorage.setItem(key(panel()), event.target.value);
    offer(event.target);
  });

  dock.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    write(option);
  });

  dock.addEventListener("keydown", (event) => {
    if (!panel()) return;
    const isText = event.target.id === "talk-text";
    const list = isText && !names().hidden ? offered() : [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.length && step) select(list[(list.indexOf(chosen()) + step + list.length) % list.length]);
    else if (list.length && (event.key === "Enter" || event.key === "Tab") && chosen() && !event.ctrlKey && !event.metaKey) write(chosen());
    else if (list.length && event.key === "Escape") { names().hidden = true; select(null); }
    else if (event.key === "Escape") close();
    else if (isText && event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // --- What comes back ---------------------------------------------------------------------------------------

  let from = null;

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, target } = event.detail;
    if (!elt.closest?.(".talk")) return;
    // A form that is open on the entry would be swapped away with its row.
    if (elt.matches(".talk__assign") && target?.matches(".panel")) {
      event.preventDefault();
      desk.trouble("Save the entry or cancel first; then give it to somebody.");
      return;
    }
    from = elt.matches(".talk__assign") ? "#talk-person" : elt.matches(".talk__form") ? "#talk-text" : "#talk-title";
  });

  document.body.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig?.elt;
    const text = one("#talk-text", dock);
    if (!text || !asked) return;
    const isOpened = asked === dock || asked.matches("[data-act=comments]");
    if (asked.matches(".talk__form") && event.detail.xhr.status === 200) sessionStorage.removeItem(key(panel()));
    if (!text.value) text.value = sessionStorage.getItem(key(panel())) || "";
    if (isOpened || asked.matches(".talk__form")) text.focus({ preventScroll: true });
    else if (from && from !== "#talk-person" && asked.matches("form")) one(from, dock)?.focus({ preventScroll: true });
    if (!isOpened) return;
    one(".talk__list", dock).scrollTop = one(".talk__list", dock).scrollHeight;
    desk.scrollInto(one("#scroll"), desk.entryOf(panel().dataset.entry));
  });

  /** As the row says it: after "To me", an undo, or what somebody else did. */
  const showWhose = () => {
    const talk = panel();
    const row = talk && desk.entryOf(talk.dataset.entry);
    if (!row?.matches(".entry")) return;
    const person = one(".entry__for", row)?.dataset.person || "";
    one("#talk-person", talk).value = person;
    const me = one("[name=person][value=me]", talk);
    if (me) me.hidden = person === document.body.dataset.user;
  };

  // The desk goes on with the entry's row; who chose a name in the panel goes on there.
  document.body.addEventListener("desk:answer", () => {
    if (from === "#talk-person") one(from, dock)?.focus({ preventScroll: true });
    from = null;
    showWhose();
  });

  document.body.addEventListener("desk:changed", async () => {
    const talk = panel();
    if (!talk) return;
    showWhose();
    const answer = await fetch(one(".talk__form", talk).getAttribute("action"), { cache: "no-store" }).catch(() => null);
    if (!answer?.ok || answer.redirected || panel() !== talk) return;
    const list = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("talk-list");
    if (!list) return;
    for (const node of desk.mend(one(".talk__list", talk), list)) window.htmx.process(node);
  });
})();
