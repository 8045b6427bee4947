/* A reader's comforts on the public page: J and K go from event to event, an event's link copies its address, and the
   sources of a long timeline, which lie on a page of their own, unfold in their place. The page needs none of it. */
(() => {
  "use strict";

  // The filters work as a plain form; what makes them work in place is fetched when somebody reaches for them.
  const sift = document.querySelector(".sift");
  if (sift) {
    sift.classList.add("sift--live");
    let wanted = false;
    const note = () => { wanted = true; };
    const fetchHtmx = () => {
      if (fetchHtmx.asked) return;
      fetchHtmx.asked = true;
      const script = document.createElement("script");
      script.src = sift.dataset.htmx;
      script.addEventListener("load", () => {
        sift.removeEventListener("input", note);
        if (wanted) sift.dispatchEvent(new Event("change"));
      });
      script.addEventListener("error", () => sift.classList.remove("sift--live"));
      document.head.append(script);
    };
    sift.addEventListener("input", note);
    sift.addEventListener("focusin", fetchHtmx);
    sift.addEventListener("pointerover", fetchHtmx);
  }

  // The year that is read, then the event in it: asking every event of a long timeline would lay all of them out.
  const reading = () => {
    const below = (element) => element.getBoundingClientRect().bottom > 80;
    const list = [...document.querySelectorAll(".year__events, .cited")].find(below);
    return list && ([...list.children].find(below) || list.lastElementChild);
  };

  const step = (by) => {
    const here = document.activeElement.closest(".event");
    const all = [...document.querySelectorAll(".event")];
    const from = here || reading();
    const next = all[all.indexOf(from) + (here || by < 0 ? by : 0)];
    if (!from || !next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const by = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (!by) return;
    event.preventDefault();
    step(by);
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest(".event__link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    const said = document.createElement("span");
    said.className = "event__said";
    said.setAttribute("role", "status");
    link.append(said);
    try {
      await navigator.clipboard.writeText(link.href);
      said.textContent = "Link copied";
    } catch (refused) {
      said.textContent = "The link is in the address bar";
    }
    setTimeout(() => said.remove(), 2000);
  });

  const copy = document.querySelector("[data-copy]");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const words = copy.textContent;
      const code = copy.parentElement.querySelector("code").textContent;
      copy.textContent = await navigator.clipboard.writeText(code).then(() => "Copied", () => "Not copied: select the code and copy it");
      setTimeout(() => { copy.textContent = words; }, 2000);
    });
  }

  // --- The sources of a long timeline: fetched once, when the first is opened, and all put in place for print.

  const FAR = "a.sources__far";
  let page = null;
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
  const address = (link) => link.href.split("#")[0];

  const fetchSources = (link) => {
    page = page || fetch(address(link)).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return parsed(await answer.text());
    }).catch((failed) => {
      page = null;
      throw failed;
    });
    return page;
  };

  /* Whether the link became the sources it leads to: not if the timeline was published anew without the event. */
  const unfold = (link, from, open) => {
    const cited = from.getElementById(link.hash.slice(1));
    const figures = cited ? cited.closest(".event").querySelectorAll(".source") : [];
    if (!figures.length) return false;
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const [count, origins] = [link.firstElementChild, document.createElement("span")];
    origins.className = "sources__origins";
    origins.append(...[...link.childNodes].slice(1));
    summary.append(count, origins);
    details.className = "sources";
    details.open = open;
    details.append(summary, ...[...figures].map((figure) => document.adoptNode(figure)));
    link.replaceWith(details);
    if (open) summary.focus({ preventScroll: true });
    return true;
  };

  document.addEventListener("pointerover", (event) => {
    const link = event.target.closest(FAR);
    if (link) fetchSources(link).catch(() => {});
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest(FAR);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    link.setAttribute("aria-busy", "true");
    try {
      if (unfold(link, await fetchSources(link), true)) return;
    } catch (failed) {
      // The link leads there as well.
    }
    window.location.assign(link.href);
  });

  // What is printed is what stands in the page when this returns, so it cannot be waited for in another way.
  window.addEventListener("beforeprint", () => {
    const links = document.querySelectorAll(FAR);
    if (!links.length) return;
    const request = new XMLHttpRequest();
    request.open("GET", address(links[0]), false);
    try {
      request.send();
    } catch (failed) {
      return; // The print says where they are.
    }
    if (request.status !== 200) return;
    const from = parsed(request.responseText);
    for (const link of links) unfold(link, from, false);
  });
})();
