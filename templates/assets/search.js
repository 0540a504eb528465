// The search of a site. It reads the index that lies beside the page (its form is told in
// internal/search), and shows what fits while words are typed. Nothing leaves the
// browser. Without this script the page lists everything.
(() => {
  "use strict";
  const root = document.getElementById("search");
  const form = root.querySelector("form"), field = form.querySelector("input"), said = form.querySelector("[role=status]");
  const found = document.getElementById("found"), heading = found.querySelector("h2"), list = found.querySelector("ol"), hint = found.querySelector(".hint");
  const more = found.querySelector("button"), instead = found.querySelector(".instead"), all = document.getElementById("all");
  const first = 20, further = 100; // results that are shown at once, and those that are added at a time
  const passages = 3; // headings that are shown of a page
  const longest = 200, mostWords = 12; // of a query: characters, and words that are compared
  const address = new URL(root.dataset.index, document.baseURI);

  let index = null; // null until it has come
  let failed = false;
  let special = /[]/g;
  let hits = [], each = []; // what was found last, and the words that it was found by

  // Words: as package search compares them. Most texts are plain, and are folded at once.

  const ascii = /^[\0-\x7f]*$/;
  const fold = (text) => (ascii.test(text) ? text.toLowerCase() :
    text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/\p{Mn}/gu, "")
      .replace(special, (letter) => index.fold[letter])).replaceAll("dj", "d");
  const apart = (folded) => folded.replace(ascii.test(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}\p{Mc}]+/gu, " ").trim();
  const words = (text) => apart(fold(text));

  // line is a text as its words, with a space before each of them, so that a word that
  // begins with some letters is found as a string. joined are those that some write in
  // one and others with a hyphen, in one: "push-backs" is found as "pushbacks".
  const line = (text) => (text ? " " + words(text) : "");
  const hyphens = /[-\u2010-\u2013'’,]/; // and the marks within numbers and names
  const compound = /[\p{L}\p{N}]+(?:[-\u2010-\u2013'’,][\p{L}\p{N}]+)+/gu;
  const joined = (text) => {
    if (!text || !hyphens.test(text)) return "";
    return (fold(text).match(compound) || []).map((word) => " " + word.split(hyphens).join("")).join("");
  };

  const take = (read) => {
    index = read;
    special = new RegExp(`[${Object.keys(read.fold).join("")}]`, "g");
    index.entries = read.entries.map((e) => {
      const headings = [];
      for (let i = 0; e.h && i < e.h.length; i += 2) headings.push({ text: e.h[i], id: e.h[i + 1], words: line(e.h[i]) + joined(e.h[i]) });
      const kind = e.k || 0, name = line(e.t), names = line(e.n);
      const title = name + names + line(e.d) + joined(e.t) + joined(e.n);
      const text = title + line(e.l) + joined(e.l) + " ", said = headings.map((h) => h.words).join("");
      return { title: e.t, url: e.u, kind: read.kinds[kind], prime: kind < read.prime, detail: e.d || "", lead: e.l || "", headings, name, names, named: title + " ", text, said, all: text + said };
    });
  };

  // asked is a query as groups of words: one for each word that is typed, whose parts
  // must all be there, or the word that they make without hyphens.
  const asked = (query) => query.split(/\s+/).map((typed) => {
    const parts = words(typed).split(" ").map((word) => " " + word);
    return parts.length === 1 ? [parts] : [parts, [" " + parts.map((word) => word.slice(1)).join("")]];
  }).filter((group, place, groups) => group[0][0] !== " " && groups.findIndex((other) => String(other) === String(group)) === place).slice(0, mostWords);
  const has = (text, group) => group.some((way) => way.every((word) => text.includes(word)));
  const hasAll = (text, groups) => groups.every((group) => has(text, group));
  const passagesOf = (e, groups) => (hasAll(e.named, groups) ? [] : e.headings.filter((h) => groups.some((g) => has(h.words, g)) && hasAll(e.named + h.words, groups)));

  // rank orders what is found by where the words are: a name as it is typed; that of an
  // area or an indicator; any title; a heading; a beginning. Lower is better; of equals the
  // order of the index holds. A number is sorted faster than what it stands for.
  const finest = 1 << 10, places = 1 << 21;
  const rank = (e, place, { groups, wholes, typed }) => {
    let level = 5, fine = 0;
    if (e.name === typed || e.prime && e.names === typed) level = 0;
    else if (hasAll(e.named, groups)) level = e.prime ? 1 : hasAll(e.name, groups) ? 2 : 3;
    else if (passagesOf(e, groups).length > 0) level = 4;
    if (level <= 3) { // whole words before beginnings of words, a title that begins so before others
      for (const whole of wholes) if (whole.every((word) => e.text.includes(word))) fine += 1;
      if (e.name.startsWith(typed)) fine += groups.length;
    }
    return ((level * finest + finest - 1 - fine) * 2 + (e.prime ? 0 : 1)) * places + place;
  };

  const ranked = (groups) => ({
    groups, wholes: groups.map((group) => group[0].map((word) => word + " ")), typed: groups.map((group) => group[0].join("")).join(""),
  });

  // find gives the entries that have most of the words: all of them, unless no entry has.
  const find = (groups) => {
    const found = [];
    const entries = index.entries, by = ranked(groups);
    for (let i = 0; i < entries.length; i++) if (hasAll(entries[i].all, groups)) found.push(rank(entries[i], i, by));
    let most = groups.length;
    if (found.length === 0 && groups.length > 1) {
      const numbers = entries.map((e) => groups.reduce((n, group) => n + has(e.all, group), 0));
      most = numbers.reduce((x, y) => Math.max(x, y), 1);
      numbers.forEach((n, i) => {
        if (n === most) found.push(rank(entries[i], i, ranked(groups.filter((group) => has(entries[i].all, group)))));
      });
    }
    return { found: Float64Array.from(found).sort(), most };
  };

  // nearest is the query with the words that nothing begins with replaced by those of
  // titles that differ by a slip of the fingers: one letter more, less, other or swapped.
  let titles = null; // the words of titles, as they are compared and as they are written
  const slip = (x, y) => {
    let from = 0, to = 0;
    while (from < x.length && x[from] === y[from]) from++;
    while (to < Math.min(x.length, y.length) - from && x[x.length - 1 - to] === y[y.length - 1 - to]) to++;
    const a = x.slice(from, x.length - to), b = y.slice(from, y.length - to);
    return a.length + b.length <= 1 || a.length === 1 && b.length === 1 || a.length === 2 && b === a[1] + a[0];
  };
  const nearest = (query) => {
    if (!titles) {
      titles = new Map();
      for (const e of index.entries) for (const word of e.title.match(/[\p{L}\p{N}\p{M}]+/gu) || []) if (word.length > 3 && !titles.has(fold(word))) titles.set(fold(word), word);
    }
    let changed = false;
    const near = query.split(/\s+/).map((typed) => {
      const word = words(typed);
      if (word.length < 4 || index.entries.some((e) => e.all.includes(" " + word))) return typed;
      for (const [folded, written] of titles) {
        if (slip(word, folded)) {
          changed = true;
          return written;
        }
      }
      return typed;
    }).join(" ");
    return changed && index.entries.some((e) => hasAll(e.all, asked(near))) ? near : "";
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

  const item = (key) => {
    const entry = index.entries[key % places];
    const starts = each.flat(2).map((word) => word.slice(1));
    const link = (text, id) => {
      const a = element("a", "", ...marked(text, starts));
      a.href = new URL(entry.url + (id ? "#" + encodeURIComponent(id) : ""), address).href;
      a.dir = "auto";
      return a;
    };
    const detail = element("bdi", "", ...marked(entry.detail, starts));
    const li = element("li", "", element("h3", "", link(entry.title)));
    li.append(element("p", "detail", entry.detail ? `${entry.kind} · ` : entry.kind, ...(entry.detail ? [detail] : [])));
    if (entry.lead) {
      li.append(element("p", "lead-in", ...marked(entry.lead, starts)));
      li.lastChild.dir = "auto";
    }
    const under = passagesOf(entry, each).slice(0, passages);
    if (under.length > 0) {
      const inner = element("ul", "passages", ...under.map((h) => element("li", "", link(h.text, h.id))));
      inner.setAttribute("role", "list");
      li.append(inner);
    }
    return li;
  };

  const number = new Intl.NumberFormat(document.documentElement.lang);
  const amount = (n) => (n === 1 ? "1 result" : `${number.format(n)} results`);
  let saying = 0;
  const say = (text) => { // once typing rests, so that it is heard
    clearTimeout(saying);
    saying = setTimeout(() => { if (said.textContent !== text) said.textContent = text; }, 700);
  };

  // add shows so many more of what was found.
  const add = (n) => {
    const from = list.children.length, rest = hits.length - from - n;
    list.append(...Array.from(hits.subarray(from, from + n), item));
    more.hidden = rest <= 0;
    more.textContent = rest > further ? `Show ${number.format(further)} more` : `Show all ${number.format(hits.length)}`;
  };

  // show tells what is found for the query; where nothing is, or nothing was asked for,
  // the list of all there is may help.
  const show = () => {
    const query = field.value.trim().slice(0, longest), letters = Array.from(query);
    const quoted = element("bdi", "", letters.length > 60 ? letters.slice(0, 60).join("") + "…" : query);
    list.replaceChildren();
    hits = new Float64Array(0);
    more.hidden = hint.hidden = instead.hidden = true;
    found.hidden = query === "";
    let text = [];
    if (query !== "" && failed) text = ["The index of the search could not be loaded. All there is stands below."];
    else if (query !== "" && !index) text = ["The index of the search is being loaded…"];
    else if (query !== "") {
      each = asked(query);
      const wanted = each.length, { found: keys, most } = wanted > 0 ? find(each) : { found: hits, most: 0 };
      hits = keys;
      if (wanted === 0) text = ["Type letters or numbers"];
      else if (hits.length === 0) text = ["Nothing found for “", quoted, "”"];
      else if (most < wanted) text = ["Nothing has all of “", quoted, `”, ${amount(hits.length)} with some of it`];
      else text = [`${amount(hits.length)} for “`, quoted, "”"];
      const near = wanted > 0 && (hits.length === 0 || most < wanted) ? nearest(query) : "";
      instead.hidden = near === "";
      instead.querySelector("a").textContent = near;
      instead.querySelector("a").href = "?q=" + encodeURIComponent(near);
      if (most < wanted) each = each.filter((group) => index.entries.some((e) => has(e.all, group)));
      hint.hidden = wanted === 0 || hits.length > 0;
      add(first);
    }
    found.classList.toggle("nothing", hits.length === 0);
    all.hidden = hits.length > 0;
    heading.replaceChildren(...text);
    say(heading.textContent + (instead.hidden ? "" : `. ${instead.textContent}`));
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
  const queried = () => (new URLSearchParams(location.search).get("q") || "").slice(0, longest);
  const read = () => {
    clearTimeout(saving);
    field.value = queried();
    settled = true;
    show();
  };

  field.addEventListener("input", () => {
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
    const from = list.children.length;
    add(further);
    list.children[from].querySelector("a").focus();
  });
  instead.addEventListener("click", (event) => {
    if (!event.target.closest("a") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = event.target.textContent;
    settled = true;
    show();
    save();
    list.querySelector("a")?.focus(); // the field would take the same Enter for its own
  });

  // The keyboard: arrows go from the field through the links of what is found, and back.

  const enter = () => {
    field.focus();
    field.select();
  };
  const step = (event, by) => {
    const stops = [field, ...found.querySelectorAll("a, button")].filter((stop) => !stop.closest("[hidden]"));
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
    const called = event.key.toLowerCase() === "k" && (mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.key === "/" && plain && !typing && within || called && (!typing || event.target === field)) {
      event.preventDefault();
      enter();
    } else if (event.key === "Escape" && plain) {
      if (document.activeElement === field && field.value !== "") {
        event.preventDefault();
        field.value = "";
        show();
        save();
      } else if (found.contains(document.activeElement)) {
        event.preventDefault();
        enter();
      }
    }
  });

  const mac = /^(Mac|iP)/.test(navigator.platform);
  if (mac) form.querySelector(".ctrl").textContent = "⌘";

  const load = () => {
    failed = false;
    fetch(address, { credentials: "same-origin" })
      .then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
        return answer.json();
      })
      .then(take)
      .catch((why) => {
        failed = true;
        index = null;
        console.error(`The index of the search, ${address}: ${why}`);
      })
      .then(() => { if (field.value.trim()) show(); });
  };
  addEventListener("online", () => { if (failed) load(); });

  form.hidden = false;
  field.value = queried();
  if (field.value) show();
  if (!location.hash && document.activeElement === document.body) field.focus({ preventScroll: true });
  load();
})();
