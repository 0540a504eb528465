package render

import (
	"fmt"
	"html/template"
	"strings"

	"bulletin/internal/site"
)

// redirect is a page that leads on to another address without a script.
func redirect(s *site.Site, r site.Redirect) Output {
	root := strings.Repeat("../", strings.Count(r.From, "/")-1)
	to := root + strings.TrimPrefix(r.To.Route, "/")
	if to == "" {
		to = "./"
	}
	head := ""
	if canonical := s.Absolute(r.To.Route); canonical != "" {
		head = `<link rel="canonical" href="` + template.HTMLEscapeString(canonical) + `">`
	}
	out := fmt.Sprintf("<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n<title>%s</title>\n<meta name=\"robots\" content=\"noindex\">\n%s<meta http-equiv=\"refresh\" content=\"0; url=%[4]s\">\n<p><a href=\"%[4]s\">%[2]s</a></p>\n</html>\n",
		s.Locale.Tag(), template.HTMLEscapeString(r.To.PlainTitle()), head, template.HTMLEscapeString(to))
	return fixed(pagePath(r.From), []string{r.To.Document.File}, []byte(out))
}
