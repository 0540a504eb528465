package check

import (
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// claims compares each claim's words with the value behind it.
func claims(s *site.Site, r *Reporter) {
	for _, p := range s.Pages {
		for _, t := range p.Texts() {
			for _, e := range t.Markdown.Expressions {
				v := t.Value(e)
				if !e.Claim || e.Literal || e.Broken || v.Failed {
					continue
				}
				claim := figure.Claim{Text: e.ClaimText, Pos: e.ClaimPos, Len: e.ClaimLen}
				for _, found := range figure.CheckClaim(claim, v.Value, p.Scope()) {
					r.Report(found.Pos, found.Len, found.Hint, "%s", found.Message)
				}
			}
		}
	}
}
