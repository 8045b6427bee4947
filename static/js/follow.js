/* The source follows the current entry into the article its words are in. Whatever is asked for afterwards carries the
   number of that article; what is fetched is the source alone. Without this script an entry's address opens its article. */
(() => {
  "use strict";

  const desk = window.desk;
  const { one, all } = desk;
  const pane = () => one("#source");
  const opened = () => one("#source-text")?.dataset.article;

  /** Milliseconds the current entry has to stand still: holding J passes many articles. */
  const STILL = 150;
  const ARTICLE = /([?&]article=)\d+/;

  /** An address of the desk with the article that is open. */
  const addressed = (desk.addressed = (address) => (opened() ? address.replace(ARTICLE, `$1${opened()}`) : address));

  // --- What leads to the source, and what carries the article's number ---------------------------------------

  const drawLink = (link) => {
    const isHere = link.dataset.article === opened();
    const { entry } = link.closest(".entry").dataset;
    const elsewhere = `${pane().dataset.follow}?article=${link.dataset.article}&entry=${entry}`;
    link.setAttribute("href", `${isHere ? "" : elsewhere}#${link.dataset.mark}`);
    if (link.matches(".quote-link")) link.classList.toggle("quote-link--here", isHere);
  };

  const CARRIED = ["href", "action", "data-hx-get", "data-hx-post", "data-move", "data-url", "data-entry-url"];

  const drawAddresses = () => {
    for (const link of all("#list [data-mark]")) drawLink(link);
    for (const name of CARRIED) {
      for (const element of all(`[${name}*="article="]`)) {
        if (element.matches("[data-mark]") || element.closest("#source, .panel")) continue;
        const now = addressed(element.getAttribute(name));
        if (now !== element.getAttribute(name)) element.setAttribute(name, now);
      }
    }
    for (const field of all(".entries__tools [name=article]")) field.value = opened();
    const number = one('#source .menu__item--article[aria-current] .menu__number');
    if (number && one("#filters [data-number]")) one("#filters [data-number]").textContent = number.textContent;
  };

  // A form keeps the article it was opened for: its words are cited, its day is counted from.
  document.addEventListener("htmx:configRequest", (event) => {
    if (!event.detail.elt.closest(".panel")) event.detail.path = addressed(event.detail.path);
  });

  // --- Fetching ----------------------------------------------------------------------------------------------

  let followed = desk.current()?.dataset.entry;
  let waiting = 0;
  let asked = null;
  let moved = false;

  /** Bring an article's marked text in place of the one that is open. Whether it came. Unasked (`following`), it never
      takes the place of a text that somebody has the focus in. */
  const bring = async (article, following = false) => {
    asked?.abort();
    const own = (asked = new AbortController());
    let answer = "";
    try {
      const headers = { "HX-Request": "true", "HX-Target": "source" };
      const response = await fetch(`${pane().dataset.follow}?article=${article}`, { headers, signal: own.signal });
      answer = response.ok && !response.redirected ? await response.text() : "";
    } catch { /* another entry was chosen meanwhile, or the server is away */ }
    if (own.signal.aborted || (following && pane().contains(document.activeElement))) return false;
    const fresh = new DOMParser().parseFromString(answer, "text/html").getElementById("source");
    if (!fresh) {
      desk.trouble("The source of this entry cannot be reached. Its words are not on the left; press S to try again.");
      return false;
    }
    const hadFocus = pane().contains(document.activeElement);
    pane().replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    moved = true;
    window.htmx.process(pane());
    drawAddresses();
    desk.trouble("");
    desk.showWords(desk.current()?.dataset.entry);
    desk.drawRail();
    if (hadFocus) desk.keepFocus();
    return true;
  };

  /** To the article of an entry's first source, unless one of its sources is open. */
  desk.follow = (id) => {
    if (!id || id === followed) return;
    followed = id;
    clearTimeout(waiting);
    asked?.abort();
    const entry = desk.entryOf(id);
    const cited = entry ? all(".quote-link", entry).map((link) => link.dataset.article) : [];
    if (!pane().dataset.follow || !cited.length || cited.includes(opened())) return;
    waiting = setTimeout(() => bring(cited[0], true), STILL);
  };

  // To the words themselves, when they are in another article.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("#list [data-mark]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !pane().dataset.follow) return;
    event.preventDefault();
    const entry = link.closest(".entry");
    followed = entry.dataset.entry;
    clearTimeout(waiting);
    asked?.abort(); // what was on its way to another entry would take the place of these words
    desk.choose(entry);
    const { mark, article } = link.dataset;
    if (article !== opened() && !(await bring(article))) return;
    const words = document.getElementById(mark) || one("#source-text");
    desk.scrollInto(one("#source-text"), words);
    words.focus({ preventScroll: true });
  });

  document.addEventListener("htmx:afterSettle", () => { if (moved) drawAddresses(); });
})();
