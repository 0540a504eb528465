package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// testFiles follows the links to files of a page that serve shows, and opens what
// they lead to: below the charts pictures of the width that was drawn and figures
// as text, in the imprint the entry for BibTeX that stands there in words.
func testFiles(t *testing.T, browser *window) {
	b := openTab(t, browser, "http://127.0.0.1:")
	b.show(screen())
	b.do("loading the edition", chromedp.Navigate(served(t, "../..")+"reports/2023-q1/"))
	opened := ask[[]string](b, `(async () => {
		const found = [];
		for (const link of document.querySelectorAll(".downloads a")) {
			const kind = link.firstChild.data, file = link.href.split("/").pop();
			const name = kind === "BibTeX" ? /^[a-z0-9-]+-2023-q1\.bib$/.test(link.download) : link.download.endsWith(file);
			if (!name || link.textContent.replace(/\s+/g, " ").indexOf(kind + " ") !== 0) found.push("a strange link: " + link.outerHTML);
			if (kind === "BibTeX") {
				const response = await fetch(link.href), text = await response.text();
				const shown = link.closest(".imprint").querySelector(".bibtex").textContent;
				if (!response.ok || !text.startsWith("@techreport{" + link.download.replace(/\.bib$/, "") + ",\n") || text !== shown) found.push("no entry: " + text);
				continue;
			}
			if (kind === "CSV") {
				const response = await fetch(link.href), text = await response.text();
				const lines = text.trimEnd().split("\r\n");
				if (!response.ok || !response.headers.get("Content-Type").startsWith("text/csv") || lines.length < 3 || lines.some((line) => line.includes("\n"))) {
					found.push("no figures: " + file);
				}
				continue;
			}
			const image = new Image();
			image.src = link.href;
			await image.decode().catch(() => {});
			// A sheet is 784 pixels wide: a drawing of 720 and its margins.
			const wide = kind === "PNG" ? 2 * 784 : 784;
			if (image.naturalWidth !== wide) found.push(file + " is " + image.naturalWidth + " pixels wide, not " + wide);
			if (image.naturalHeight < wide / 4) found.push(file + " is " + image.naturalHeight + " pixels high");
		}
		const kinds = [...document.querySelectorAll(".downloads a")].map((link) => link.firstChild.data);
		if (kinds.length < 6 || !["SVG", "PNG", "CSV", "BibTeX"].every((kind) => kinds.includes(kind))) found.push("only " + kinds);
		return found;
	})()`)
	for _, fault := range opened {
		t.Error(fault)
	}
	for _, fault := range b.told() {
		t.Error(fault)
	}
}
