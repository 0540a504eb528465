package render

import (
	"fmt"
	"html/template"
	"strings"

	"bulletin/internal/site"
)

// redirect is a page that leads on to another address without a script. It names the
// site's icon, since browsers ask the host's root for one where a page names none.
func redirect(s *site.Site, t *Templates, r site.Redirect) Output {
	root := strings.Repeat("../", strings.Count(r.From, "/")-1)
	to := root + strings.TrimPrefix(r.To.Route, "/")
	if to == "" {
		to = "./"
	}
	canonical := ""
	if address := s.Absolute(r.To.Route); address != "" {
		canonical = `<link rel="canonical" href="` + template.HTMLEscapeString(address) + "\">\n"
	}
	icon := ""
	if a := t.asset("assets/icon.svg"); a != "" {
		icon = `<link rel="icon" href="` + template.HTMLEscapeString(root+a) + `" type="image/svg+xml">` + "\n"
	}
	out := fmt.Sprintf(`<!doctype html>
<html lang="%s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<meta name="robots" content="noindex">
%s%s<meta http-equiv="refresh" content="0; url=%[5]s">
<p><a href="%[5]s">%[2]s</a></p>
</html>
`, s.Locale.Tag(), template.HTMLEscapeString(r.To.PlainTitle()), canonical, icon, template.HTMLEscapeString(to))
	o := fixed(pagePath(r.From), []string{r.To.Document.File}, []byte(out))
	o.Pos, o.Len = r.Pos, r.Len
	return o
}
