/* Puts a published timeline into another site's page and keeps the frame as high as what it shows:
     <script src="https://…/embed.js" data-timeline="three-resignations" async></script>
   The frame takes the script's place. Nothing is read from the page around it, nothing is stored. */
(() => {
  "use strict";
  const script = document.currentScript;
  const slug = script && script.dataset.timeline;
  if (!slug) return;
  const home = new URL(script.src);
  const frame = document.createElement("iframe");
  frame.src = `${home.origin}/t/${encodeURIComponent(slug)}/embed/`;
  frame.title = script.dataset.title || "Timeline";
  frame.loading = "lazy";
  frame.width = "100%";
  frame.height = "600";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.style.border = "0";
  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== home.origin) return;
    const height = Number(event.data && event.data.height);
    if (event.data.dateline === slug && height > 0 && height < 100000) frame.height = String(Math.ceil(height));
  });
  script.after(frame);
})();
