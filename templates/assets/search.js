// The search of a site. It reads the index that lies beside the page (its form is told in
// internal/search), and shows what fits while words are typed. Nothing leaves the
// browser. Without this script the page lists everything.
(() => {
  "use strict";
  const root = document.getElementById("search");
  const form = root.querySelector("form"), field = form.querySelector("input"), said = form.querySelector("[role=status]");
  const found = document.getElementById("found"), heading = found.querySelector("h2"), list = found.querySelector("ol"), hint = found.querySelector(".detail");
  const more = found.querySelector("button"), all = document.getElementById("all");
  const first = 20; // results that are shown at once
  const passages = 3; // headings that are shown of a page
  const address = new URL(root.dataset.index, document.baseURI);

  let index = null; // null until it has come
  let failed = false;
  let special = /[]/g;
  let shownAll = false;

  // Words: as package search compares them.

  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/\p{Mn}/gu, "")
      .replace(special, (letter) => index.fold[letter]).replaceAll("dj", "d");
  const words = (text) => fold(text).replace(/[^\p{L}\p{N}\p{Mc}]+/gu, " ").trim();

  // take reads the index: each text as its words, with a space before each of them, so
  // that a word that begins with some letters is found as a string.
  const take = (read) => {
    index = read;
    special = new RegExp(`[${Object.keys(read.fold).join("")}]`, "g");
    const line = (text) => (text ? " " + words(text) : "");
    index.entries = read.entries.map((e, place) => {
      const headings = [];
      for (let i = 0; e.h && i < e.h.length; i += 2) headings.push({ text: e.h[i], id: e.h[i + 1], words: line(e.h[i]) });
      const kind = e.k || 0;
      return {
        title: e.t, url: e.u, kind: read.kinds[kind], prime: kind < read.prime, detail: e.d || "", lead: e.l || "", place, headings,
        name: line(e.t), also: line(e.n) + line(e.d), said: line(e.l),
      };
    });
  };

  // Finding: each word must begin one of the entry's. What has them in better places comes
  // first: its name as it is typed; the name of an area or an indicator; any title; a
  // heading; its beginning. Of equals the order of the index holds.
  const find = (query) => {
    const typed = words(query), each = typed.split(" ").map((word) => " " + word), hits = [];
    const inAll = (text) => each.every((word) => text.includes(word));
    for (const e of index.entries) {
      const title = e.name + e.also, headings = e.headings.filter((h) => each.some((w) => h.words.includes(w)));
      if (!each.every((w) => title.includes(w) || e.said.includes(w) || headings.some((h) => h.words.includes(w)))) continue;
      const under = headings.filter((h) => inAll(title + h.words) && !inAll(title));
      let rank = 5;
      if (e.name === " " + typed || e.also.split(" ").includes(typed)) rank = e.prime || e.name === " " + typed ? 0 : 2;
      else if (inAll(title)) rank = e.prime ? 1 : inAll(e.name) ? 2 : 3;
      else if (under.length > 0) rank = 4;
      let fine = 0; // whole words before beginnings of words, a title that begins so before others
      for (const word of each) if ((title + e.said + " ").includes(word + " ")) fine += 1;
      if (e.name.startsWith(" " + typed)) fine += each.length;
      hits.push({ entry: e, under: under.slice(0, passages), rank, fine });
    }
    hits.sort((x, y) => x.rank - y.rank || (x.rank > 3 ? 0 : y.fine - x.fine) || Number(y.entry.prime) - Number(x.entry.prime) || x.entry.place - y.entry.place);
    return { hits, each: each.map((word) => word.slice(1)) };
  };

  // Showing. All words of the site are set as text, never as markup.

  const element = (name, className, ...inner) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inner);
    return made;
  };

  // marked is a text with the beginnings of words marked that were typed.
  const folded = new Map(); // of words that were shown
  const marked = (text, each) => {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      let whole = folded.get(match[0]);
      if (whole === undefined) folded.set(match[0], (whole = fold(match[0])));
      const begin = each.filter((word) => whole.startsWith(word)).sort((x, y) => y.length - x.length)[0];
      if (begin === undefined) continue;
      const letters = Array.from(match[0]);
      let n = whole === match[0].toLowerCase() ? begin.length : 1; // mostly: letter for letter
      while (n < letters.length && (fold(letters.slice(0, n).join("")).length < begin.length || /\p{M}/u.test(letters[n]))) n++;
      const mark = letters.slice(0, n).join("");
      parts.push(text.slice(end, match.index), element("mark", "", mark));
      end = match.index + mark.length;
    }
    parts.push(text.slice(end));
    return parts;
  };

  const item = ({ entry, under }, each) => {
    const to = (id) => new URL(entry.url + (id ? "#" + encodeURIComponent(id) : ""), address).href;
    const link = (className, text, id) => {
      const a = element("a", className, ...marked(text, each));
      a.href = to(id);
      return a;
    };
    const li = element("li", "", element("h3", "", link("", entry.title)));
    li.append(element("p", "detail", entry.detail ? `${entry.kind} · ` : entry.kind, ...marked(entry.detail, each)));
    if (entry.lead) li.append(element("p", "lead-in", ...marked(entry.lead, each)));
    if (under.length > 0) {
      const inner = element("ul", "passages", ...under.map((h) => element("li", "", link("", h.text, h.id))));
      inner.setAttribute("role", "list");
      li.append(inner);
    }
    return li;
  };

  const number = new Intl.NumberFormat(document.documentElement.lang);
  const amount = (n) => (n === 0 ? "Nothing found" : n === 1 ? "1 result" : `${number.format(n)} results`);
  let saying = 0;
  const say = (text) => { // once typing rests, so that it is heard
    clearTimeout(saying);
    saying = setTimeout(() => { if (said.textContent !== text) said.textContent = text; }, 700);
  };

  const show = () => {
    const query = field.value.trim();
    if (failed) {
      heading.textContent = "The index of the search could not be loaded. All there is stands below.";
      found.hidden = query === "";
      hint.hidden = true;
      if (query) say(heading.textContent);
      return;
    }
    const asked = index !== null && words(query) !== "";
    found.hidden = !asked;
    all.hidden = asked;
    if (!asked) {
      list.replaceChildren();
      say("");
      return;
    }
    const { hits, each } = find(query);
    const some = shownAll ? hits : hits.slice(0, first);
    list.replaceChildren(...some.map((hit) => item(hit, each)));
    heading.textContent = hits.length > 0 ? `${amount(hits.length)} for “${query}”` : `Nothing found for “${query}”`;
    more.hidden = some.length === hits.length;
    more.textContent = `Show all ${number.format(hits.length)}`;
    found.classList.toggle("nothing", hits.length === 0);
    hint.hidden = hits.length > 0;
    all.hidden = hits.length > 0; // where there is nothing, the list of all may help
    say(heading.textContent);
  };

  // The address tells the query, so that it can be passed on and gone back to.

  let saving = 0, settled = true; // settled: what is typed next is an entry of its own in the history
  const save = () => {
    clearTimeout(saving);
    const to = new URL(location.href), query = field.value.trim();
    if ((to.searchParams.get("q") || "") === query) return;
    if (query) to.searchParams.set("q", query);
    else to.searchParams.delete("q");
    to.hash = "";
    history[settled ? "pushState" : "replaceState"](null, "", to);
    settled = false;
  };
  const read = () => {
    clearTimeout(saving);
    field.value = new URLSearchParams(location.search).get("q") || "";
    settled = true;
    shownAll = false;
    show();
  };

  field.addEventListener("input", () => {
    shownAll = false;
    show();
    clearTimeout(saving);
    saving = setTimeout(save, 400);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
    settled = true;
    list.querySelector("a")?.focus();
  });
  found.addEventListener("click", save);
  addEventListener("popstate", read);
  more.addEventListener("click", () => {
    shownAll = true;
    show();
    list.children[first]?.querySelector("a").focus();
  });

  // The keyboard: arrows go from the field through the links of what is found, and back.

  const enter = () => {
    field.focus();
    field.select();
  };
  const step = (event, by) => {
    const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (stops.length === 1 || !stops.includes(document.activeElement)) return;
    event.preventDefault();
    next?.focus();
    if (next === field) scrollTo({ top: 0 });
  };
  root.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || found.hidden) return;
    if (event.key === "ArrowDown") step(event, 1);
    else if (event.key === "ArrowUp" && document.activeElement !== field) step(event, -1);
  });
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const within = root.contains(event.target); // a single letter is a command there alone: WCAG 2.2, 2.1.4
    if (event.key === "/" && plain && !typing && within || event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      enter();
    } else if (event.key === "Escape" && plain) {
      if (document.activeElement === field && field.value !== "") {
        event.preventDefault();
        field.value = "";
        shownAll = false;
        show();
        save();
      } else if (found.contains(document.activeElement)) {
        event.preventDefault();
        enter();
      }
    }
  });

  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (!location.hash && document.activeElement === document.body) field.focus({ preventScroll: true });
  fetch(address, { credentials: "same-origin" })
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
      return answer.json();
    })
    .then(take)
    .catch((why) => {
      failed = true;
      console.error(`The index of the search, ${address}: ${why}`);
    })
    .then(show);
})();
