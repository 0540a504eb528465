// Makes a page ready to be printed: gives its links the addresses that they have
// on the site, sets the paper, loads what would only be loaded when somebody
// scrolls there, and waits for it. Answers with what is wrong.
async ({base, path, size}) => {
	const here = location.href.split("#")[0];
	for (const a of document.querySelectorAll("a, area")) {
		const href = [...a.attributes].find((x) => x.localName === "href");
		if (!href) continue;
		const to = URL.parse(href.value, document.baseURI);
		if (to && to.hash && to.href.split("#")[0] === here) {
			href.value = to.hash;
		} else if (to && to.origin === location.origin && base && to.pathname.startsWith(path)) {
			href.value = base + to.pathname.slice(path.length) + to.search + to.hash;
		} else if (!to || to.origin === location.origin) {
			a.removeAttributeNode(href);
		}
	}
	// A figure with a caption is a group for those who hear it; the picture in it is
	// the figure of the PDF, which has words in its place.
	for (const f of document.querySelectorAll("figure:not([role])"))
		if (f.querySelector("img, [role=img]")) f.setAttribute("role", "group");
	// Where a heading goes on in the next line a browser leaves the blank out, of the
	// outline and of the tags too; one that is kept hangs over, and is there.
	for (const h of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
		if (getComputedStyle(h).whiteSpaceCollapse !== "collapse") continue;
		const texts = document.createTreeWalker(h, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		let before, blank = true; // the text before, and whether a blank here would be one too many
		while (texts.nextNode()) {
			const n = texts.currentNode;
			if (n.nodeType === Node.TEXT_NODE) {
				n.data = n.data.replace(/[ \t\n\r\f]+/g, " ");
				if (blank && n.data[0] === " ") n.data = n.data.slice(1);
				if (!n.data) continue;
				before = n;
				blank = n.data.endsWith(" ");
			} else if (n.localName === "br") {
				if (!blank) n.before(" ");
				before = null;
				blank = true;
			}
		}
		if (before && blank) before.data = before.data.replace(/ $/, "");
		h.style.whiteSpace = "pre-wrap";
	}
	const paper = document.createElement("style");
	paper.textContent = "@page { size: " + size + " }";
	document.head.append(paper);
	for (const e of document.querySelectorAll("[loading=lazy]")) e.loading = "eager";
	const broken = [];
	await Promise.all(Array.from(document.images, (img) => img.decode().catch(() => broken.push("the picture " + (img.currentSrc || img.src) + " cannot be shown"))));
	await document.fonts.ready;
	for (const face of document.fonts)
		if (face.status === "error") broken.push("the typeface " + face.family + " cannot be shown");
	if (!document.title.trim()) broken.push("it has no title"); // a browser would take its address
	if (!document.documentElement.lang) broken.push("it has no language");
	return broken;
}
