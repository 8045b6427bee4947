/* A reader's comforts on the public page: J and K go from event to event, an event's link copies its address.
   The page needs none of it. */
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

  const events = () => [...document.querySelectorAll(".event")];

  const step = (by) => {
    const list = events();
    const top = list.findIndex((event) => event.getBoundingClientRect().bottom > 80);
    const at = list.indexOf(document.activeElement.closest(".event"));
    const next = list[at < 0 ? Math.max(top, 0) + (by < 0 ? -1 : 0) : at + by];
    if (!next) return;
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
})();
