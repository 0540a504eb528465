// Sent by bulletin serve only; no published page has it. It loads the page
// again when the site has changed, and shows problems over it, as text.
(() => {
  const mine = document.currentScript.dataset.build;
  let layer = null;

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  };

  const hide = () => {
    if (layer) layer.remove();
    layer = null;
  };

  const show = (title, entries) => {
    hide();
    layer = element("div");
    const root = layer.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      section { color-scheme: dark; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box; padding: 2rem;
        font: 16px/1.5 system-ui, sans-serif; color: #f4f4f4; background: rgb(16 18 24 / 97%); }
      h2 { margin: 0 3rem 1rem 0; font-size: 1.25rem; }
      article { margin: 0 0 1rem; padding: .75rem 1rem; border-left: 4px solid #ff8c69; background: #22252e; }
      h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
      pre { margin: .5rem 0 0; overflow: auto; font: 14px/1.5 ui-monospace, monospace; }
      button { position: absolute; top: 1.5rem; right: 1.5rem; min-width: 44px; min-height: 44px; font: inherit; cursor: pointer; }`);
    root.adoptedStyleSheets = [sheet];

    const section = element("section");
    section.setAttribute("role", "alert");
    const close = element("button", "Close");
    close.addEventListener("click", hide);
    section.append(close, element("h2", title));
    for (const entry of entries) {
      const article = element("article");
      article.append(element("h3", entry.head));
      if (entry.rest) article.append(element("pre", entry.rest));
      section.append(article);
    }
    root.append(section);
    document.body.append(layer);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  new EventSource("/.bulletin/events").addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== mine) {
      location.reload();
      return;
    }
    const problems = state.problems || [];
    if (state.failure) show("The site could not be built", [{ head: state.failure }, ...problems]);
    else if (problems.length) show("The site has problems; it stays as it was", problems);
    else hide();
  });
})();
