// Sets the page numbers of the contents, by the ids that they lead to, and
// answers with these ids.
(pages) => Array.from(document.querySelectorAll('nav.print-contents a[href^="#"]'), (a) => {
	let id = a.getAttribute("href").slice(1);
	try { id = decodeURIComponent(id); } catch {}
	if (pages[id]) a.dataset.page = pages[id];
	return id;
})
