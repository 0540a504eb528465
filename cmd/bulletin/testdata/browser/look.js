// Looks at a page as it is shown and returns what is wrong with it, as a list
// of {rule, detail}. The view says how it is shown:
//
//   {width, scheme: "light" | "dark", media: "screen" | "print",
//    drawing: "wide" | "narrow", label: the least size of a chart's text in px,
//    charts: true where the page must have one}
async (view) => {
  const found = [];
  const fault = (rule, detail) => found.push({ rule, detail: String(detail) });
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const clip = (text) => JSON.stringify(text.trim().replace(/\s+/g, " ").slice(0, 50));
  const name = (element) => {
    const classes = element.getAttribute("class");
    return element.localName + (element.id ? "#" + element.id : "") + (classes ? "." + classes.split(/\s+/).join(".") : "");
  };

  // The emulation reaches the page some moments after it was asked for.
  const wanted = () => innerWidth === view.width && matchMedia(view.media).matches &&
    matchMedia(`(prefers-color-scheme: ${view.scheme})`).matches;
  for (let i = 0; i < 500 && !wanted(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!wanted()) fault("view", `${innerWidth} px wide instead of ${view.width}`);
  for (const image of document.images) {
    image.loading = "eager";
    await image.decode().catch(() => {});
    if (!image.complete || image.naturalWidth === 0) fault("image", `${image.src} is not shown`);
  }
  await document.fonts.ready;

  // The frame of the page.
  if (!document.documentElement.lang) fault("language", "html has no lang");
  if (!document.title.trim()) fault("title", "no title");
  const h1 = all("h1").filter(shown);
  if (h1.length !== 1) fault("h1", `${h1.length} of them`);
  if (all("main, [role=main]").length !== 1) fault("main", `${all("main, [role=main]").length} main landmarks`);
  if (all("main h1").length === 0) fault("main", "the h1 is not in it");

  // Width, with what can be opened closed and open.
  const root = document.documentElement;
  const overflow = (state) => {
    if (root.scrollWidth <= root.clientWidth) return;
    const wide = all("body *").filter((e) => e.getBoundingClientRect().right + scrollX > root.clientWidth + 0.5 && shown(e));
    fault("overflow", `${root.scrollWidth} px in ${root.clientWidth}${state}: ${wide.slice(-3).map(name).join(", ")}`);
  };
  overflow("");
  const closed = all("details:not([open])");
  for (const details of closed) details.open = true;
  overflow(", all details open");

  // Colours, as the screen mixes them.
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const layer = rgba(getComputedStyle(e).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  // Relative luminance and contrast ratio of WCAG 2.2.
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };

  const page = luminance(ground(document.body));
  if (view.scheme === "dark" && view.media === "screen" ? page > 0.1 : page < 0.9) {
    fault("scheme", `the page's luminance is ${page.toFixed(2)} in ${view.media}, ${view.scheme}`);
  }

  // Every text: contrast and size.
  const reported = new Set();
  const once = (rule, key, detail) => {
    if (reported.has(rule + key)) return;
    reported.add(rule + key);
    fault(rule, detail);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !shown(parent)) continue;
    const style = getComputedStyle(parent);
    const picture = parent.closest("svg");
    const under = ground(parent);
    const colour = rgba(picture ? style.fill : style.color);
    let opacity = colour[3] * (picture ? Number(style.fillOpacity) : 1);
    for (let e = parent; e; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
    const ratio = contrast(over([...colour.slice(0, 3), opacity], under), under);
    // Large text, 18 pt or bold 14 pt, may have less; a chart's text never.
    const size = parseFloat(style.fontSize);
    const least = !picture && (size >= 24 || (size >= 56 / 3 && Number(style.fontWeight) >= 700)) ? 3 : 4.5;
    if (ratio < least) {
      once("contrast", `${style.color}${style.fill}${under}`, `${ratio.toFixed(2)} of ${least} for ${clip(node.data)} in ${name(parent)}`);
    }
    if (view.media === "print") {
      // 6.5 pt, but for what is raised above its line.
      if (size < 26 / 3 && !parent.closest("sup, .mark, .status")) once("print size", name(parent), `${(size * 0.75).toFixed(1)} pt for ${clip(node.data)} in ${name(parent)}`);
    } else if (parent.closest("p") && parent.closest(".prose, .lead") && !parent.closest("sup, .status, .chart-figure, code, .meta, .eyebrow")) {
      if (size < 16) once("text size", name(parent), `${size} px for ${clip(node.data)} in ${name(parent)}`);
    }
  }
  if (view.media === "screen" && parseFloat(getComputedStyle(document.body).fontSize) < 16) {
    fault("text size", `the body has ${getComputedStyle(document.body).fontSize}`);
  }

  // Charts: one drawing of two, all of it in its place, all of it legible.
  const pictures = all(".picture").filter((picture) => picture.querySelector("svg.chart"));
  if (view.charts && pictures.length === 0) fault("chart", "no chart on the page");
  for (const picture of pictures) {
    const drawings = [...picture.querySelectorAll("svg.chart")].filter(shown);
    const classes = drawings.map((d) => d.getAttribute("class"));
    if (drawings.length !== 1 || !drawings[0].classList.contains("chart-" + view.drawing)) {
      fault("drawing", `${classes.join(" and ") || "nothing"} shown, not the ${view.drawing} one`);
    }
    for (const drawing of drawings) {
      const told = (attribute) => document.getElementById(drawing.getAttribute(attribute))?.textContent.trim();
      const figure = drawing.closest("figure");
      if (drawing.getAttribute("role") !== "img" || !told("aria-labelledby") || !told("aria-describedby") ||
        !figure?.querySelector("figcaption")?.contains(document.getElementById(drawing.getAttribute("aria-labelledby")))) {
        fault("chart", "a drawing without role, without a name in its caption, or without a description");
      }
      const frame = drawing.getBoundingClientRect();
      const labels = [...drawing.querySelectorAll("text")].filter(shown);
      const boxes = labels.map((label) => label.getBoundingClientRect());
      labels.forEach((label, i) => {
        const size = parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a;
        if (size < view.label - 0.05) {
          once("chart text", frame.width, `${size.toFixed(1)} px for ${clip(label.textContent)}, drawn ${frame.width.toFixed(0)} px wide`);
        }
        const box = boxes[i];
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
          fault("chart cut", `${clip(label.textContent)} reaches out of its drawing`);
        }
        for (let j = 0; j < i; j++) {
          const wide = Math.min(box.right, boxes[j].right) - Math.max(box.left, boxes[j].left);
          const high = Math.min(box.bottom, boxes[j].bottom) - Math.max(box.top, boxes[j].top);
          // A line's box is higher than its letters.
          if (wide > 1 && high > box.height / 3) fault("chart overlap", `${clip(label.textContent)} and ${clip(labels[j].textContent)}`);
        }
      });
    }
  }

  for (const details of closed) details.open = false;
  return found;
}
