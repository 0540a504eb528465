// Bulletin: sorts and filters the table of observations on an indicator's page. The
// table is complete without it; the controls are made here, so that none stands idle
// where scripts do not run. What is chosen stands in the address, to be shared:
//
//   ?area=serbia&period=2023-Q1&of=total&q=estimate&sort=-value
//
// Nothing is fetched, stored or sent.
(() => {
  "use strict";

  // fold writes a text as it is compared, as the search of the site does it: without case
  // and marks, and with plain letters.
  const special = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ŋ: "n", þ: "th", ŧ: "t", ς: "σ" };
  const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/\p{Mn}/gu, "")
    .replace(/[ßæœøđðħıłŋþŧς]/g, (letter) => special[letter]).replaceAll("dj", "d");

  // make is an element with attributes and children.
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const keys = ["area", "period", "of", "value", "note", "source"];
  const orders = { // of the first press: numbers and periods from the last down
    area: 1, period: -1, of: 1, value: -1, note: 1, source: 1,
  };
  const ways = { period: ["oldest first", "newest first"], value: ["smallest first", "largest first"] };
  const way = (key, direction) => (ways[key] || ["A to Z", "Z to A"])[direction > 0 ? 0 : 1];

  const many = 500; // rows that are shown of more, until all are asked for: to lay out thousands takes seconds

  // read is what a row is sorted and filtered by.
  const read = (row, place) => {
    const [area, period, of, value, note, source] = row.cells;
    const data = value.querySelector("data");
    return {
      row, place, area: area.dataset.id, period: period.dataset.id, end: period.dataset.end,
      of: of.querySelector(".total") ? "total" : of.textContent.split(":")[0],
      number: data ? Number(data.value) : NaN, share: data !== null && data.textContent.includes("%"),
      text: fold([row.textContent, area.dataset.id, period.dataset.id, data ? data.value : ""].join(" ")), // also as one types it: 16216, 2023-Q1
      words: { area: area.textContent, of: of.querySelector(".total") ? "" : of.textContent, note: note.textContent, source: source.textContent },
    };
  };

  // compare orders two rows by a column, upwards or downwards; what is missing or
  // empty comes last either way. places are those of the column's words in their order.
  const compare = (x, y, key, direction, places) => {
    if (key === "value") {
      const none = Number.isNaN(x.number) - Number.isNaN(y.number);
      if (none || Number.isNaN(x.number)) return none;
      return x.share - y.share || direction * (x.number - y.number);
    }
    if (key === "period") return direction * (x.end < y.end ? -1 : x.end > y.end ? 1 : 0) || (x.period < y.period ? -1 : x.period > y.period ? 1 : 0);
    const a = x.words[key], b = y.words[key];
    if (!a || !b) return (key === "of" ? 1 : -1) * (Boolean(a) - Boolean(b));
    return direction * (places.get(a) - places.get(b));
  };

  const setUp = (table) => {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, read);
    if (rows.length < 2) return;
    const heads = Array.from(table.tHead.rows[0].cells);
    const names = heads.map((head) => head.textContent);
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const unfiltered = { area: "", period: "", of: "", q: "" };
    const state = { ...unfiltered, sort: "", direction: 1 };
    const box = table.closest(".table-box");
    const status = make("p", { class: "table-count", role: "status" });
    const none = make("p", { class: "table-none", hidden: "" }, "No observation has all that was chosen.");
    let ordered = rows;
    let most = many;

    // choice is a select with its label; null where there is nothing to choose.
    const choice = (key, label, all, options) => {
      if (options.length < 2) return null;
      const select = make("select", {}, new Option(all, ""));
      for (const [value, text] of options) select.append(new Option(text, value));
      select.addEventListener("change", () => { state[key] = select.value; choose(); });
      return { key, select, field: make("label", { class: "table-field" }, make("span", {}, label), select) };
    };
    const distinct = (value, text) => Array.from(new Map(rows.map((r) => [value(r), text(r)])));
    const periods = distinct((r) => r.period, (r) => r.row.cells[1].textContent);
    const ends = new Map(rows.map((r) => [r.period, r.end]));
    periods.sort((a, b) => (ends.get(b[0]) < ends.get(a[0]) ? -1 : 1) || 0);
    const choices = [
      choice("area", names[0], "All areas", distinct((r) => r.area, (r) => r.words.area)),
      choice("period", names[1], "All periods", periods),
      choice("of", names[2], "All", distinct((r) => r.of, (r) => (r.of === "total" ? "Totals only" : "By " + r.of.toLowerCase()))),
    ].filter(Boolean);

    const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    search.addEventListener("input", () => { state.q = search.value; choose(); });
    const order = make("select", {}, new Option("As listed", ""));
    keys.forEach((key, n) => {
      for (const sign of orders[key] > 0 ? ["", "-"] : ["-", ""]) {
        order.append(new Option(`${names[n]}: ${way(key, sign ? -1 : 1)}`, sign + key));
      }
    });
    order.addEventListener("change", () => { sortAs(order.value); choose(); });
    const reset = make("button", { type: "button", class: "table-reset" }, "Show all");
    reset.addEventListener("click", () => {
      Object.assign(state, unfiltered);
      sortBy("", 1);
      choose();
      (choices[0] ? choices[0].select : search).focus();
    });

    const tools = make("div", { class: "table-tools", role: "group", "aria-label": "Sort and filter the observations" },
      ...choices.map((c) => c.field), make("label", { class: "table-field" }, make("span", {}, "Words in a row"), search),
      make("label", { class: "table-field table-order" }, make("span", {}, "Order"), order), reset, status);
    box.before(tools);
    const more = make("button", { type: "button", class: "table-reset table-more" });
    more.addEventListener("click", () => {
      const next = ordered.filter((r) => !r.row.hidden).length;
      most = Infinity;
      show();
      const first = ordered.filter((r) => !r.row.hidden)[next].row; // where reading goes on
      first.tabIndex = -1;
      first.focus();
    });
    box.after(none, more);

    heads.forEach((head, n) => {
      const button = make("button", { type: "button" }, names[n], make("span", { class: "sort-mark", "aria-hidden": "true" }));
      button.addEventListener("click", () => {
        const key = keys[n], first = orders[key];
        if (state.sort !== key) sortBy(key, first);
        else if (state.direction === first) sortBy(key, -first);
        else sortBy("", 1);
        choose();
      });
      head.replaceChildren(button);
    });

    // sortBy puts the rows in order; without a key in that of the page.
    function sortBy(key, direction) {
      if (state.sort === key && (!key || state.direction === direction)) return;
      state.sort = key;
      state.direction = key ? direction : 1;
      if (key) {
        const words = Array.from(new Set(rows.map((r) => r.words[key]))).sort(collator.compare); // each once: comparing words is slow
        const places = new Map(words.map((word, place) => [word, place]));
        ordered = rows.slice().sort((x, y) => compare(x, y, key, direction, places) || x.place - y.place);
      } else ordered = rows;
      const after = body.nextSibling;
      body.remove(); // moved within the page, each row would be laid out anew
      body.append(...ordered.map((r) => r.row));
      table.insertBefore(body, after);
      table.classList.toggle("sorted", key !== "");
      heads.forEach((head, n) => {
        if (keys[n] === key) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
    }

    function sortAs(asked) {
      const key = asked.replace("-", "");
      sortBy(keys.includes(key) ? key : "", asked.startsWith("-") ? -1 : 1);
    }

    // choose shows what was chosen anew.
    function choose() {
      most = many;
      show();
    }

    // show hides the rows that do not match, counts those that do, and writes what
    // was chosen into the controls and the address.
    function show() {
      const words = fold(state.q).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const r of ordered) {
        const matches = (!state.area || r.area === state.area) && (!state.period || r.period === state.period) &&
          (!state.of || r.of === state.of) && words.every((w) => r.text.includes(w));
        shown += matches;
        const hidden = !matches || shown > most;
        if (r.row.hidden !== hidden) r.row.hidden = hidden;
      }
      for (const c of choices) c.select.value = state[c.key];
      if (search.value !== state.q) search.value = state.q;
      order.value = (state.direction < 0 ? "-" : "") + state.sort;
      const filtered = shown < rows.length, total = rows.length.toLocaleString(document.documentElement.lang);
      let text = filtered ? shown.toLocaleString(document.documentElement.lang) + " of " + total + " observations" : "All " + total + " observations";
      if (state.sort) text += `, by ${names[keys.indexOf(state.sort)].toLowerCase()}, ${way(state.sort, state.direction)}`;
      more.hidden = shown <= most;
      more.textContent = `Show all ${shown.toLocaleString(document.documentElement.lang)} rows`;
      if (!more.hidden) text += `; the first ${most} are shown`;
      if (status.textContent !== text) status.textContent = text;
      none.hidden = shown > 0;
      box.classList.toggle("none", shown === 0);
      reset.hidden = !filtered && !state.sort && !state.q && !choices.some((c) => state[c.key]);
      clearTimeout(saving);
      saving = setTimeout(save, 200);
    }

    // save writes what was chosen into the address, once typing rests: browsers refuse to
    // be told too often.
    let saving = 0;
    function save() {
      clearTimeout(saving);
      const query = new URLSearchParams();
      for (const key of ["area", "period", "of", "q"]) if (state[key]) query.set(key, state[key]);
      if (state.sort) query.set("sort", order.value);
      const search_ = query.size ? "?" + query : "";
      if (search_ !== location.search) history.replaceState(history.state, "", location.pathname + search_ + location.hash);
    }
    body.addEventListener("click", save); // before a link leads away
    addEventListener("pagehide", save);

    // reveal brings the row that the address points to into view, if a filter hides it.
    const reveal = () => {
      let id = location.hash.slice(1);
      try {
        id = decodeURIComponent(id);
      } catch { /* no id of ours has a lone % */ }
      const target = document.getElementById(id);
      if (!target || !body.contains(target)) return;
      if (target.closest("tr").hidden) {
        Object.assign(state, unfiltered);
        most = Infinity;
        show();
      }
      target.scrollIntoView({ block: "center" });
    };

    // restore reads the address.
    const restore = () => {
      const asked = new URLSearchParams(location.search);
      for (const c of choices) {
        const value = asked.get(c.key) || "";
        state[c.key] = Array.from(c.select.options).some((o) => o.value === value) ? value : "";
      }
      state.q = asked.get("q") || "";
      sortAs(asked.get("sort") || "");
      show();
    };
    restore();
    reveal();
    addEventListener("hashchange", reveal);
    addEventListener("popstate", () => {
      clearTimeout(saving);
      restore();
    });

    // Where the table is not wider than its box, its head stays in sight. A box that
    // scrolls would keep it to itself.
    if (window.ResizeObserver) {
      const watch = new ResizeObserver(() => box.classList.toggle("fits", table.offsetWidth <= box.clientWidth));
      watch.observe(box);
      watch.observe(table);
    }
  };

  for (const table of document.querySelectorAll("table.observations")) setUp(table);
})();
