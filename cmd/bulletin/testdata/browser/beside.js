// Looks at the notes beside the text and returns what is wrong with them, as a
// list of {rule, detail}. The view says whether there is room for them:
//
//   {width, media: "screen" | "print", beside: true where they must be shown}
//
// No note may lie on another, on words, on a picture or a table, reach out of the
// page or below its text, or stand far from its mark without another note in
// between.
async (view) => {
  const found = [];
  const fault = (detail) => found.push({ rule: "notes", detail: String(detail) });
  const wanted = () => innerWidth === view.width && matchMedia(view.media).matches;
  for (let i = 0; i < 500 && !wanted(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!wanted()) fault(`${innerWidth} px wide instead of ${view.width}`);
  await document.fonts.ready;
  const all = [...document.querySelectorAll(".beside")];
  const shown = all.filter((note) => note.checkVisibility());
  if (all.length === 0) fault("the page has no notes beside its text");
  if (!view.beside) {
    if (shown.length > 0) fault(`${shown.length} are shown where there is no room`);
    return found;
  }
  if (shown.length === 0) fault("none is shown");
  const name = (note) => `note ${note.innerText.trim().slice(0, 30)}`;
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const things = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const text = words.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest(".beside, .unseen, caption, svg") || !parent.checkVisibility({ contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) things.push({ box, what: JSON.stringify(text.data.trim().slice(0, 30)) });
  }
  for (const part of document.querySelectorAll("main svg, main table, main pre, main img, .notes, .site-footer")) {
    if (part.checkVisibility({ contentVisibilityAuto: true }) && !part.closest("details:not([open])")) things.push({ box: part.getBoundingClientRect(), what: part.localName });
  }
  let above = null;
  for (const note of shown) {
    const box = note.getBoundingClientRect();
    if (box.width < 160) fault(`${name(note)} is ${Math.round(box.width)} px wide`);
    if (box.left < 0 || box.right > document.documentElement.clientWidth) fault(`${name(note)} reaches out of the page`);
    for (const thing of things) if (meet(box, thing.box)) fault(`${name(note)} lies on ${thing.what}`);
    if (above && meet(box, above)) fault(`${name(note)} lies on the one above`);
    const mark = note.previousElementSibling;
    const free = !above || box.top - above.bottom > 40;
    if (free && mark?.matches(".mark") && Math.abs(box.top - mark.getBoundingClientRect().top) > 60) fault(`${name(note)} stands far from its mark`);
    above = box;
  }
  return found;
}
