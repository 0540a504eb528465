package render

import (
	"bytes"
	"fmt"
	"html/template"

	"bulletin/internal/site"
)

// mostAddresses is how many addresses a sitemap may hold, as the protocol of
// sitemaps.org 0.9 says.
const mostAddresses = 50_000

// sitemaps are the lists of the site's addresses for search engines: sitemap.xml, and
// where that would be too long, sitemap-1.xml and so on, to which it leads.
func sitemaps(s *site.Site) []Output {
	pages := listed(s)
	if len(pages) <= mostAddresses {
		return []Output{made("sitemap.xml", func() []byte { return sitemap(s, pages) })}
	}
	var outputs []Output
	var names []string
	for from := 0; from < len(pages); from += mostAddresses {
		part, name := pages[from:min(from+mostAddresses, len(pages))], fmt.Sprintf("sitemap-%d.xml", len(names)+1)
		names = append(names, name)
		outputs = append(outputs, made(name, func() []byte { return sitemap(s, part) }))
	}
	return append(outputs, made("sitemap.xml", func() []byte { return sitemapIndex(s, names) }))
}

// listed are the pages that search engines are told of: not those with invented figures
// alone, nor print editions, which say what other pages say.
func listed(s *site.Site) []*site.Page {
	pages := make([]*site.Page, 0, len(s.Pages))
	for _, p := range s.Pages {
		if p.Kind != site.NotFound && p.Kind != site.Print && !invented(p) {
			pages = append(pages, p)
		}
	}
	return pages
}

// sitemap lists the addresses of pages, each with the day of its last change, where
// that is known.
func sitemap(s *site.Site, pages []*site.Page) []byte {
	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	for _, p := range pages {
		b.WriteString("<url><loc>" + template.HTMLEscapeString(s.Absolute(p.Route)) + "</loc>")
		if day := changed(s, p); day != 0 {
			b.WriteString("<lastmod>" + day.String() + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}

// sitemapIndex leads to the parts of a long sitemap.
func sitemapIndex(s *site.Site, names []string) []byte {
	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	for _, name := range names {
		b.WriteString("<sitemap><loc>" + template.HTMLEscapeString(s.Absolute("/"+name)) + "</loc></sitemap>\n")
	}
	b.WriteString("</sitemapindex>\n")
	return b.Bytes()
}

// robots lets everybody read everything, and says where the sitemap is.
func robots(s *site.Site) []byte {
	out := "User-agent: *\nAllow: /\n"
	if s.Base != nil {
		out += "Sitemap: " + s.Absolute("/sitemap.xml") + "\n"
	}
	return []byte(out)
}
