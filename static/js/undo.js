/* Undo and redo pressed faster than the server answers: each press waits for the answer to the one before, none is lost.
   It also waits for a decision that is on its way, since that is what is to be taken back. */
(() => {
  "use strict";
  const { desk } = window;
  if (!desk || !document.getElementById("undo")) return;

  const NOTHING = { undo: "There is nothing of yours to undo here.", redo: "There is nothing of yours to redo here." };
  const waiting = [];
  let passing = "";
  let underWay = 0;

  const button = (name) => desk.one(`#undo [data-do=${name}]`);

  /** The next press that waits, once nothing is under way; where nothing is left to undo, the rest has nothing either. */
  const next = () => {
    if (underWay || !waiting.length) return;
    const name = waiting.shift();
    const now = button(name);
    if (!now || now.disabled) {
      desk.say(NOTHING[name]);
      return next();
    }
    passing = name;
    now.click();
    passing = "";
  };

  const press = (name) => () => {
    waiting.push(name);
    next();
  };

  document.addEventListener("click", (event) => {
    const name = event.target.closest("#undo [data-do]")?.dataset.do;
    if (!name || passing === name || !underWay) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.push(name);
  }, { capture: true });

  /** A request that decides something: it is answered with what there is to undo afterwards. */
  const decides = (event) => event.detail.requestConfig?.verb === "post" && !event.detail.elt?.closest?.(".talk");

  document.body.addEventListener("htmx:beforeSend", (event) => {
    if (!decides(event)) return;
    underWay += 1;
    event.detail.xhr.addEventListener("loadend", () => {
      if (event.detail.xhr.status === 0 || event.detail.xhr.status >= 500) waiting.length = 0; // what is said tells why
      // After the swap and its settling, which wait for a moment of their own.
      setTimeout(() => {
        underWay -= 1;
        next();
      }, window.htmx.config.defaultSettleDelay + 10);
    });
  });

  Object.assign(desk.does, { u: press("undo"), "Shift+U": press("redo") });
})();
