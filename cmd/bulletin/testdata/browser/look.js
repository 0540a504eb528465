// Looks at a page as it is shown and returns what is wrong with it, as a list
// of {rule, detail}. The view says how it is shown:
//
//   {width, scheme: "light" | "dark", media: "screen" | "print",
//    drawing: "wide" | "narrow", label: the least size of a chart's text in px,
//    charts: true where the page must have one, forced: true for forced colours}
//
// charts is the function of charts.js.
async (view, charts) => {
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
    matchMedia(`(prefers-color-scheme: ${view.scheme})`).matches && matchMedia("(forced-colors: active)").matches === view.forced;
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
  // once for each element, of which many texts have the same
  const kept = (find) => {
    const known = new Map();
    return (element) => {
      if (!element) return find(element);
      if (!known.has(element)) known.set(element, find(element));
      return known.get(element);
    };
  };
  const ground = kept((element) => {
    if (!element) return [255, 255, 255, 1];
    const layer = rgba(getComputedStyle(element).backgroundColor);
    if (layer[3] === 1) return layer;
    return layer[3] > 0 ? over(layer, ground(element.parentElement)) : ground(element.parentElement);
  });
  const opacity = kept((element) => element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);
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
    const size = parseFloat(style.fontSize);
    if (!parent.closest("svg")) { // of those, charts knows what is behind
      const under = ground(parent);
      const colour = rgba(style.color);
      const ratio = contrast(over([...colour.slice(0, 3), colour[3] * opacity(parent)], under), under);
      // Large text, 18 pt or bold 14 pt, may have less.
      const least = size >= 24 || (size >= 56 / 3 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      if (ratio < least) {
        once("contrast", `${style.color}${under}`, `${ratio.toFixed(2)} of ${least} for ${clip(node.data)} in ${name(parent)}`);
      }
    }
    if (view.media === "print") {
      // 6.5 pt, but for what is raised above its line.
      if (size < 26 / 3 && !parent.closest("sup, .mark, .status")) once("print size", name(parent), `${(size * 0.75).toFixed(1)} pt for ${clip(node.data)} in ${name(parent)}`);
    } else if (parent.closest("p") && parent.closest(".prose, .lead") && !parent.closest("sup, .status, .beside, .chart-figure, code, .meta, .eyebrow")) {
      if (size < 16) once("text size", name(parent), `${size} px for ${clip(node.data)} in ${name(parent)}`);
    }
  }
  if (view.media === "screen" && parseFloat(getComputedStyle(document.body).fontSize) < 16) {
    fault("text size", `the body has ${getComputedStyle(document.body).fontSize}`);
  }

  charts(view, { all, shown, clip, rgba, over, ground, opacity, contrast, fault, once });

  for (const details of closed) details.open = false;
  return found;
}
