// Sent by bulletin serve only; no published page has it. It keeps an open page
// up to date: another page is loaded again where the reader was, another
// stylesheet takes the place of the old one, problems are laid over it, as text.
(() => {
  const { build, page } = document.currentScript.dataset;
  const here = location.pathname;
  const memory = "bulletin-serve-place";

  // Where the reader is

  const details = new Map([...document.querySelectorAll("details")].map((element) => [element, element.open]));

  // selector finds an element again in a page that is a little different.
  const selector = (element) => {
    const steps = [];
    for (let at = element; at; at = at.parentElement) {
      if (at.id) {
        steps.unshift("#" + CSS.escape(at.id));
        break;
      }
      let n = 1;
      for (let other = at.previousElementSibling; other; other = other.previousElementSibling) {
        if (other.localName === at.localName) n++;
      }
      steps.unshift(`${CSS.escape(at.localName)}:nth-of-type(${n})`);
    }
    return steps.join(" > ");
  };

  const remember = () => {
    const boxes = [...document.body.querySelectorAll("*")].filter((box) => box.scrollLeft || box.scrollTop);
    const focus = document.activeElement;
    sessionStorage.setItem(memory, JSON.stringify({
      here,
      at: [scrollX, scrollY],
      boxes: boxes.map((box) => [selector(box), box.scrollLeft, box.scrollTop]),
      details: [...details].filter(([element, open]) => element.open !== open).map(([element]) => [selector(element), element.open]),
      focus: focus && focus !== document.body && focus.matches(":focus-visible") ? selector(focus) : "",
    }));
  };

  const restore = () => {
    const text = sessionStorage.getItem(memory);
    sessionStorage.removeItem(memory);
    const place = text ? JSON.parse(text) : {};
    if (place.here !== here) return;
    for (const [where, open] of place.details) {
      const element = document.querySelector(where);
      if (element) element.open = open;
    }
    document.querySelector(place.focus || "no-focus")?.focus({ preventScroll: true });
    let moved = false;
    const settle = () => {
      if (moved) return;
      scrollTo({ left: place.at[0], top: place.at[1], behavior: "instant" });
      for (const [where, left, top] of place.boxes) {
        document.querySelector(where)?.scrollTo({ left, top, behavior: "instant" });
      }
    };
    settle();
    // What arrives late may have moved the page, unless the reader did.
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(kind, () => { moved = true; }, { once: true, passive: true });
    }
    addEventListener("load", () => {
      settle();
      setTimeout(() => { history.scrollRestoration = "auto"; });
    }, { once: true });
  };

  let leaving = false;
  const reload = () => {
    if (leaving) return;
    leaving = true;
    remember();
    history.scrollRestoration = "manual";
    location.reload();
  };

  // What the page is made of

  const ours = (address) => new URL(address, location.href).origin === location.origin;
  const path = (address) => new URL(address, location.href).pathname;
  const sheets = () => [...document.querySelectorAll('link[rel~="stylesheet"][href]')].filter((link) => ours(link.href));
  const others = [...document.querySelectorAll("img[src], script[src]")].map((element) => element.src)
    .filter((address) => ours(address) && !path(address).startsWith("/.bulletin/")).map(path);
  let known = null; // the marks of the files that are shown

  // swap loads a stylesheet beside the old one, which goes when the new one is there.
  const swap = (link, mark) => {
    const next = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set("bulletin", mark);
    next.href = address.href;
    next.addEventListener("load", () => {
      for (const old of sheets()) {
        if (old === next) break;
        if (path(old.href) === path(next.href)) old.remove();
      }
    });
    next.addEventListener("error", () => next.remove());
    link.after(next);
  };

  const follow = (state) => {
    const { files } = state;
    if (files[here] !== page) return reload();
    for (const address of others) {
      if (known && known[address] !== files[address]) return reload();
    }
    // Where another build answers than the one that sent the page, its
    // stylesheets may have come from either.
    const unsure = !known && state.build !== build;
    const latest = new Map(sheets().map((link) => [path(link.href), link]));
    for (const [address, link] of latest) {
      if (unsure || known && known[address] !== files[address]) swap(link, files[address]);
    }
    known = files;
  };

  // What the reader is told

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter(Boolean));
    return made;
  };

  const host = element("bulletin-overlay");
  const root = host.attachShadow({ mode: "open" });
  const style = element("link", { rel: "stylesheet", href: "/.bulletin/overlay.css" });
  const styled = new Promise((done) => {
    style.addEventListener("load", done);
    style.addEventListener("error", done);
  });
  const dialog = element("dialog");
  const heading = element("h2", { id: "heading" });
  const closing = element("button", { type: "button", className: "close", textContent: "Close" });
  const under = element("p", { className: "under" });
  const list = element("ol");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(element("div", { className: "head" }, element("div", { role: "alert" }, heading, under), closing), list);
  const status = element("div", { className: "status", role: "status" });
  const pill = element("button", { type: "button", className: "pill", hidden: true });
  const gone = element("p", { className: "gone", hidden: true, textContent: "bulletin serve has ended; this page is as it was then" });
  status.append(gone, pill);
  root.append(style, dialog, status);
  document.body.append(host);
  closing.addEventListener("click", () => dialog.close());
  pill.addEventListener("click", () => dialog.showModal());

  const count = (n, word) => (n ? `${n} ${word}${n === 1 ? "" : "s"}` : "");

  const item = (p) => element("li", { className: p.severity },
    element("p", { className: "place" }, element("b", { textContent: p.severity }), " ", element("code", { textContent: p.place })),
    element("h3", { textContent: p.message }),
    (p.before || p.marked) && element("pre", { tabIndex: 0 },
      element("span", { className: "line", textContent: p.line }),
      element("code", {}, p.before, element("mark", { textContent: p.marked }), p.after)),
    p.hint && element("p", { className: "hint" }, element("b", { textContent: "hint" }), " ", p.hint),
    element("p", { className: "rule", textContent: p.rule }));

  let told = "";
  const show = async ({ failure, report }) => {
    const problems = report.problems || [];
    const words = [count(report.errors, "error"), count(report.warnings, "warning")].filter(Boolean).join(", ");
    const now = JSON.stringify([failure, report]);
    if (now === told) return;
    told = now;
    const items = problems.map(item);
    if (failure) items.unshift(element("li", { className: "error" }, element("h3", { textContent: failure })));
    const rest = report.errors + report.warnings - problems.length;
    if (rest > 0) items.push(element("li", { className: "more" }, element("p", { textContent: `and ${rest} more, which the terminal shows` })));
    list.replaceChildren(...items);
    dialog.className = failure || report.errors ? "error" : "warning";
    pill.className = "pill " + dialog.className;
    pill.textContent = words || "not built";
    pill.hidden = !items.length;
    await styled;
    if (now !== told) return;
    heading.textContent = failure ? "The site could not be built" : words;
    under.textContent = document.querySelector("[data-bulletin]") ? "The site is shown here when they are mended."
      : report.blocked || failure ? "The last good page stays below." : "The page is up to date.";
    if (!items.length) dialog.close();
    else if ((failure || report.errors) && !dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };

  // The page that waits for the first build

  const wait = ({ making }) => {
    const bar = document.querySelector('progress[data-bulletin="making"]');
    const words = document.querySelector('[data-bulletin="words"]');
    if (!bar || !words) return;
    bar.hidden = !making;
    document.querySelector("h1").textContent = document.title = making ? "The site is being made" : "No site yet";
    if (making && making.total) {
      bar.max = making.total;
      bar.value = making.done;
      words.textContent = `${making.done.toLocaleString("en")} of ${making.total.toLocaleString("en")} files are made. It is shown here as soon as it is ready.`;
    } else {
      words.textContent = "It is shown here as soon as it " + (making ? "is ready." : "can be built.");
    }
  };

  // The stream of events: not while nobody looks, as a browser opens six
  // connections to a server at most, for all tabs.

  let source = null;
  const listen = () => {
    if (source || document.visibilityState === "hidden") return;
    const query = new URLSearchParams();
    for (const address of new Set([here, ...others, ...sheets().map((link) => path(link.href))])) query.append("file", address);
    source = new EventSource("/.bulletin/events?" + query);
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      gone.hidden = true;
      follow(state);
      if (leaving) return;
      wait(state);
      show(state);
    });
    source.addEventListener("error", () => {
      gone.hidden = leaving;
      if (source && source.readyState === EventSource.CLOSED) { // refused: by another server, perhaps
        rest();
        setTimeout(listen, 2000);
      }
    });
  };
  const rest = () => {
    if (source) source.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);

  restore();
  listen();
})();
