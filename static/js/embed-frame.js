/* Inside the frame of an embedded timeline: tells the page around it how high it is, whenever that changes. */
(() => {
  "use strict";
  if (parent === window) return;
  const tell = () => parent.postMessage({ dateline: document.body.dataset.slug, height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();
