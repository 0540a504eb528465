// Looks at the charts of a page as they are shown: one drawing of two, all of it
// in its place, every text legible and apart from the others. It is a part of
// look.js, whose tools it takes.
(view, { all, shown, clip, rgba, over, ground, opacity, contrast, fault, once }) => {
  // The box of a text in the browser is that of the typeface's line, in which a
  // digit fills hardly half. What counts is the ink: in Inter, letters and digits
  // reach 0.76 em above the baseline (an ascender), and tails 0.21 em below it; the
  // line begins 0.969 em above. Accents of capitals reach into the line above, and
  // are left out. A pixel that two boxes share is a rounding.
  const lineTop = 0.969, inkTop = 0.76, inkBottom = 0.21, shared = 0.5;
  const ink = (text) => {
    const box = text.getBBox(), matrix = text.getScreenCTM(), em = parseFloat(getComputedStyle(text).fontSize);
    const baseline = box.y + lineTop * em;
    const corner = (x, y) => new DOMPoint(x, y).matrixTransform(matrix);
    const a = corner(box.x, baseline - inkTop * em), b = corner(box.x + box.width, baseline + inkBottom * em);
    return { left: a.x, top: a.y, right: b.x, bottom: b.y, size: em * matrix.a, inner: { x: box.x, y: baseline - inkTop * em, width: box.width, height: (inkTop + inkBottom) * em } };
  };
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > shared && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > shared;

  // What a text stands on: the page, and the marks painted before it. A text with a
  // halo stands on that.
  const opacityIn = (element, drawing) => {
    let opacity = 1;
    for (let e = element; e && e !== drawing.parentElement; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
    return opacity;
  };
  const paint = (style, opacity) => {
    const colour = rgba(style.fill);
    return [...colour.slice(0, 3), colour[3] * Number(style.fillOpacity) * opacity];
  };
  // The marks that are painted before a text, and whose boxes meet it.
  const around = (text, inner, marks) => marks.filter(({ mark, box }) =>
    box.x <= inner.x + inner.width && box.x + box.width >= inner.x && box.y <= inner.y + inner.height && box.y + box.height >= inner.y &&
    mark.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
  const under = (point, marks, page) => {
    const layers = [];
    for (let i = marks.length - 1; i >= 0; i--) {
      const { mark, colour } = marks[i];
      if (!mark.isPointInFill(point)) continue;
      layers.push(colour);
      if (colour[3] > 0.999) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), page);
  };
  const legible = (drawing, texts) => {
    let page = ground(drawing);
    const marks = [...drawing.querySelectorAll("path, circle, rect")].filter(shown)
      .map((mark) => ({ mark, style: getComputedStyle(mark) })).filter(({ style }) => style.fill !== "none")
      .map(({ mark, style }) => ({ mark, colour: paint(style, opacityIn(mark, drawing)) })).filter(({ colour }) => colour[3] > 0)
      .map(({ mark, colour }) => ({ mark, colour, box: mark.getBBox() }));
    for (const { text, inner } of texts) {
      const style = getComputedStyle(text);
      const halo = style.stroke !== "none" && style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2 ? rgba(style.stroke) : [0, 0, 0, 0];
      const front = paint(style, 1);
      front[3] *= opacity(text); // what is around the drawing may be pale as well
      const before = around(text, inner, marks);
      let worst = 21;
      for (const across of [0.02, 0.25, 0.5, 0.75, 0.98]) {
        for (const down of [0.1, 0.5, 0.75]) {
          const point = new DOMPoint(inner.x + across * inner.width, inner.y + down * inner.height);
          const back = over(halo, under(point, before, page));
          worst = Math.min(worst, contrast(over(front, back), back));
        }
      }
      if (worst < 4.5) once("contrast", `${style.fill}${text.getAttribute("class")}${worst.toFixed(1)}`, `${worst.toFixed(2)} of 4.5 for ${clip(text.textContent)} in a chart`);
    }
  };

  const seen = new Set();
  for (const { id } of all("[id]")) {
    if (seen.has(id)) fault("id", `${id} is there twice`);
    seen.add(id);
  }
  for (const element of all("[style]")) fault("style", `${element.localName} has the style ${clip(element.getAttribute("style"))}`);

  const told = (drawing, attribute) => (drawing.getAttribute(attribute) ?? "").split(" ").map((id) => document.getElementById(id)?.textContent.trim() ?? "").join(" ").trim();
  for (const drawing of all("svg.chart")) {
    if (drawing.getAttribute("role") !== "img" || !(told(drawing, "aria-labelledby") || drawing.getAttribute("aria-label"))) fault("chart", "a drawing without role or name");
  }

  const pictures = all(".picture").filter((picture) => picture.querySelector("svg.chart"));
  if (view.charts && pictures.length === 0) fault("chart", "no chart on the page");
  for (const figure of all("figure.chart-figure:not(.table-figure)")) {
    if (!figure.querySelector(".picture svg.chart")) fault("chart", `${figure.id} has no picture`);
  }
  for (const picture of pictures) {
    const drawings = [...picture.querySelectorAll("svg.chart")].filter(shown);
    const classes = drawings.map((d) => d.getAttribute("class"));
    // The map of where a place is may stand beside a text, with little room.
    const frame = picture.getBoundingClientRect();
    const wanted = view.media === "screen" && picture.closest(".locator") && frame.width < 660 ? "narrow" : view.drawing;
    if (drawings.length !== 1 || !drawings[0].classList.contains("chart-" + wanted)) {
      fault("drawing", `${classes.join(" and ") || "nothing"} shown, not the ${wanted} one`);
    }
    const notes = picture.closest("figure")?.querySelector(".chart-foot")?.getBoundingClientRect();
    if (notes && notes.left >= frame.right && notes.top > frame.top + 24) fault("notes", `they begin ${(notes.top - frame.top).toFixed(0)} px below the top of the picture that they stand beside`);
    for (const drawing of drawings) {
      const figure = drawing.closest("figure");
      if (!told(drawing, "aria-describedby") || !figure?.querySelector("figcaption")?.contains(document.getElementById(drawing.getAttribute("aria-labelledby")))) {
        fault("chart", "a drawing without a name in its caption, or without a description");
      }
      const frame = drawing.getBoundingClientRect();
      const where = `in ${figure?.id || "a chart"}`;
      const box = drawing.parentElement; // what scrolls in it is not cut, if the keyboard reaches it
      const scrolls = box.tabIndex === 0 && getComputedStyle(box).overflowX === "auto" && box.getBoundingClientRect().right <= document.documentElement.clientWidth;
      if (!scrolls && (frame.left < -shared || frame.right > document.documentElement.clientWidth + shared)) fault("chart cut", `${where}, the drawing reaches out of the page`);
      const texts = [...drawing.querySelectorAll("text")].filter((text) => shown(text) && text.textContent.trim()).map((text) => ({ text, ...ink(text) }));
      texts.forEach((a, i) => {
        if (a.size < view.label - 0.05) {
          once("chart text", frame.width, `${a.size.toFixed(1)} px for ${clip(a.text.textContent)}, drawn ${frame.width.toFixed(0)} px wide`);
        }
        if (a.left < frame.left - shared || a.right > frame.right + shared || a.top < frame.top - shared || a.bottom > frame.bottom + shared) {
          fault("chart cut", `${clip(a.text.textContent)} reaches out of its drawing, ${where}`);
        }
        for (const b of texts.slice(0, i)) {
          if (meet(a, b)) fault("chart overlap", `${clip(a.text.textContent)} and ${clip(b.text.textContent)}, ${where}`);
        }
      });
      legible(drawing, texts);
    }
  }
}
