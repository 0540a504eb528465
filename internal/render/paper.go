package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"

	"bulletin/internal/site"
)

// paperHead finds what of a page's head shows on paper: its language, its title,
// and its style sheets, which are named by what they hold.
var paperHead = regexp.MustCompile(`(?is)<html\b[^>]*>|<title\b.*?</title>|<link\b[^>]*\brel="?stylesheet\b[^>]*>`)

// withoutAddress is a finished print edition as it is where the site has no address:
// a PDF shows what the edition says, wherever it is published.
func withoutAddress(page []byte, s *site.Site, p *site.Page, t *Templates, images Images) []byte {
	if s.Base == nil {
		return page
	}
	nowhere := *s
	nowhere.Base = nil
	return newDrawing(&nowhere, p, t, images).draftPage()
}

// paperState is the SHA-256, in hexadecimal digits, of what goes on paper of a
// finished page: of its main part and of the style sheets. The navigation around it,
// and what its head tells machines, can change without a word on paper changing.
func paperState(page []byte) string {
	main, end := bytes.Index(page, []byte("<main")), bytes.LastIndex(page, []byte("</main>"))
	if main < 0 || end < main {
		main, end = max(0, bytes.Index(page, []byte("<body"))), len(page)
	}
	sum := sha256.New()
	for _, part := range paperHead.FindAll(page[:main], -1) {
		sum.Write(part)
	}
	sum.Write(page[main:end])
	return hex.EncodeToString(sum.Sum(nil))
}
