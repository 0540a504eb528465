// Compares each chart of the page with its file, mark by mark and text by text: what the stylesheet makes of the classes
// of the one must be what stands in the other. It returns what differs, and which looks it has seen.
async () => {
	// A page may have its own ground and ink; the files have those of the charts.
	for (const token of ["--page", "--ink", "--muted"]) document.documentElement.style.setProperty(token, "initial");
	const findings = [], seen = {};
	const hex = (value) => value.replace(/^rgb\((\d+), (\d+), (\d+)\)$/, (all, ...c) => "#" + c.slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join(""));
	const plain = (value) => hex(value).replace(/px/g, "").replace(/,/g, " ").replace(/\s+/g, " ").trim().toLowerCase();
	const initial = {
		"fill": "#000000", "fill-opacity": "1", "opacity": "1", "stroke": "none", "stroke-width": "1", "stroke-opacity": "1",
		"stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4", "shape-rendering": "auto",
	};
	const ofPage = (element, names) => Object.fromEntries(names.map((name) => [name, plain(getComputedStyle(element)[name.replace(/-(.)/g, (all, c) => c.toUpperCase())])]));
	const ofFile = (element, names) => Object.fromEntries(names.map((name) => [name, plain(element.getAttribute(name) ?? initial[name])]));
	// Of a fill or a stroke that is not there, the rest says nothing.
	const shown = (look) => Object.fromEntries(Object.entries(look).filter(([name]) =>
		name === "fill" || name === "stroke" || name === "opacity" || name === "shape-rendering" ||
		(name === "fill-opacity" ? look.fill !== "none" : look.stroke !== "none")));
	const differ = (where, a, b) => {
		for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
			seen[name + " " + a[name]] = true;
			if (a[name] !== b[name]) findings.push({Rule: "picture", Detail: `${where}: ${name} is ${a[name]} in the page and ${b[name]} in the file`});
		}
	};
	const geometry = (element) => ["d", "cx", "cy", "r"].map((name) => element.getAttribute(name)).join(" ");
	const compare = (name, page, file) => {
		const names = Object.keys(initial);
		const marks = [...page.querySelectorAll("path, circle")].map((element) => [element, shown(ofPage(element, names))])
			.filter(([, look]) => look.fill !== "none" || look.stroke !== "none");
		const drawing = file.querySelector(":scope > g[transform^=translate]:not([transform*=scale])");
		const copies = [...drawing.children].filter((element) => element.matches("path, circle"));
		if (marks.length !== copies.length) return findings.push({Rule: "picture", Detail: `${name}: ${marks.length} marks in the page, ${copies.length} in the file`});
		marks.forEach(([mark, look], i) => {
			const where = `${name}, mark ${i} (${mark.getAttribute("class")})`;
			if (geometry(mark) !== geometry(copies[i])) findings.push({Rule: "picture", Detail: `${where} is another shape in the file`});
			differ(where, look, shown(ofFile(copies[i], names)));
		});
		const texts = [...page.querySelectorAll("text")].filter((element) => element.textContent.trim() !== "");
		const lines = [...drawing.children].filter((element) => element.matches("g"));
		if (texts.length !== lines.length) return findings.push({Rule: "picture", Detail: `${name}: ${texts.length} texts in the page, ${lines.length} in the file`});
		const origin = drawing.getCTM();
		texts.forEach((text, i) => {
			const where = `${name}, "${text.textContent}"`, line = lines[i];
			const scale = +/scale\(([\d.]+)/.exec(line.getAttribute("transform"))[1];
			const halo = line.querySelector("g[stroke]"), ink = line.querySelector("g:not([stroke])") ?? line;
			const look = ofPage(text, ["fill", "stroke", "stroke-width", "stroke-linejoin", "font-size", "paint-order"]);
			const copy = {fill: plain(ink.getAttribute("fill")), "font-size": String(scale * 2048)};
			if (halo) {
				if (halo !== line.firstElementChild) findings.push({Rule: "picture", Detail: `${where}: its edge is above it`});
				Object.assign(copy, ofFile(halo, ["stroke", "stroke-linejoin"]), {"paint-order": "stroke"});
				copy["stroke-width"] = String(Math.round(halo.getAttribute("stroke-width") * scale * 100) / 100);
			} else if (look.stroke === "none") {
				for (const name of ["stroke", "stroke-width", "stroke-linejoin", "paint-order"]) delete look[name];
			}
			differ(where, look, copy);
			// The letters stand within what the browser says the text takes.
			const box = text.getBBox(), matrix = origin.inverse().multiply(line.getCTM()), at = line.getBBox();
			const corners = [[at.x, at.y], [at.x + at.width, at.y], [at.x, at.y + at.height], [at.x + at.width, at.y + at.height]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
			const left = Math.min(...corners.map((p) => p.x)), right = Math.max(...corners.map((p) => p.x));
			if (!text.hasAttribute("transform") && (left < box.x - 3 || right > box.x + box.width + 3 || right - left < box.width / 2 - 8)) {
				findings.push({Rule: "picture", Detail: `${where}: from ${box.x} to ${box.x + box.width} in the page, from ${left} to ${right} in the file`});
			}
		});
	};
	for (const details of document.querySelectorAll("details")) details.open = true; // what is folded has no size
	let charts = 0;
	for (const figure of document.querySelectorAll(".chart-figure")) {
		const page = figure.querySelector("svg.chart-wide"), link = figure.querySelector("a[download][href$='.svg']");
		if (!page || !link) continue;
		page.style.setProperty("display", "block", "important"); // in a narrow column the other drawing shows
		const answer = await fetch(link.href);
		const file = document.importNode(new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement, true);
		document.body.append(file);
		compare(figure.id, page, file);
		file.remove();
		charts++;
	}
	return {charts, seen: Object.keys(seen), findings};
}
