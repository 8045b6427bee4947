/* Keys for merging: Y and Z answer "same as …?", M opens the panel where nothing is selected but the current entry asks. */
(() => {
  "use strict";

  const { one, act, does, showPanel, say } = window.desk;

  does.y = () => { if (!act("same-yes")) say("This entry is not thought to repeat another."); };
  does.z = () => { if (!act("same-no")) say("This entry is not thought to repeat another."); };

  document.body.addEventListener("htmx:afterSettle", (event) => {
    const panel = event.detail.target?.id === "new-entry" && one("#merge-panel");
    if (panel) showPanel(panel);
  });
})();
