/* What every signed-in page shares: "/" goes to the search; a menu closes when one clicks elsewhere or presses Escape, and
   opens to where there is room.
   Without this script the menus still open and close by their own summary. */
(() => {
  "use strict";

  const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== except) menu.open = false;
    }
  };

  /** A sheet that would be cut off below or beside opens upwards or to the other side. */
  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (!(menu instanceof Element) || !menu.matches("details.menu")) return;
    menu.classList.remove("menu--up", "menu--left");
    const sheet = menu.open && menu.querySelector(".menu__sheet");
    if (!sheet) return;
    const pane = menu.closest("#scroll");
    const scrolls = pane && getComputedStyle(pane).overflowY !== "visible";
    const frame = scrolls ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const box = sheet.getBoundingClientRect();
    const room = menu.getBoundingClientRect().top - frame.top;
    menu.classList.toggle("menu--up", box.bottom > frame.bottom - 4 && room > box.height + 8);
    menu.classList.toggle("menu--left", box.left < 4);
  }, true);

  document.addEventListener("click", (event) => {
    closeMenus(event.target instanceof Element ? event.target.closest("details.menu") : null);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary").focus();
      return;
    }
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const find = document.querySelector("[data-find]");
    if (!find) return;
    event.preventDefault();
    find.focus();
  });
})();
