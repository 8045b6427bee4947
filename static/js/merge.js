/* Merging by keyboard: Y and Z answer "same as …?"; the panel gets the focus when it comes, and once the entries are one,
   nothing is selected any more. M, for what is selected, is in select.js. */
(() => {
  "use strict";

  const { one, act, does, showPanel, say } = window.desk;

  does.y = () => { if (!act("same-yes")) say("This entry is not thought to repeat another."); };
  does.z = () => { if (!act("same-no")) say("This entry is not thought to repeat another."); };

  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.id === "merge-panel" && event.detail.successful) one("#selection")?.reset();
  });

  document.body.addEventListener("htmx:afterSettle", (event) => {
    const panel = event.detail.target?.id === "new-entry" && one("#merge-panel");
    if (panel) showPanel(panel);
  });
})();
