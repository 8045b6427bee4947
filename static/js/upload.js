/* Files dropped on the zone fill its file input, as if they had been chosen; "Upload" sends them.
   Without this script the zone is an ordinary form with a file input. */
(() => {
  "use strict";

  // A refused file was not stored: its row alone is what there is to remove.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-remove]");
    if (!link) return;
    event.preventDefault();
    const row = link.closest(".row");
    const next = (row.nextElementSibling || row.previousElementSibling || document).querySelector("a, summary, label.btn, input");
    row.remove();
    if (next) next.focus();
  });

  const zone = document.querySelector("[data-drop]");
  const input = zone && zone.querySelector("input[type=file]");
  if (!input) return;

  const holdsFiles = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  const mark = (over) => zone.classList.toggle("drop--over", over);

  // A file let go beside the zone would otherwise replace the page.
  for (const type of ["dragover", "drop"]) {
    window.addEventListener(type, (event) => {
      if (holdsFiles(event)) event.preventDefault();
    });
  }
  zone.addEventListener("dragenter", (event) => mark(Boolean(holdsFiles(event))));
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) mark(false);
  });
  zone.addEventListener("drop", (event) => {
    mark(false);
    if (!holdsFiles(event) || !event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const send = zone.querySelector(".drop__send");
    if (send) send.focus();
  });
})();
