// Bulletin: Ctrl+K, or ⌘K on a Mac, leads to the search from every page. It stays the
// browser's own while something is being typed, and with other keys beside it.
(() => {
  "use strict";
  const link = document.querySelector(".site-search:not([aria-current])");
  if (!link) return;
  const mac = /^(Mac|iP)/.test(navigator.platform);
  link.setAttribute("aria-keyshortcuts", mac ? "Meta+K" : "Control+K");
  link.title = mac ? "⌘K" : "Ctrl+K";
  addEventListener("keydown", (event) => {
    const held = (mac ? event.metaKey : event.ctrlKey) && !(mac ? event.ctrlKey : event.metaKey) && !event.altKey && !event.shiftKey;
    if (!held || event.key.toLowerCase() !== "k" || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    location.assign(link.href);
  });
})();
