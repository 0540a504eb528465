package strictyaml

import (
	"regexp"
	"strings"
)

// before finds a mistake that yaml.v3 only stumbles over on a later line: the
// number of its line, from 0.
func (d *document) before(culprit int, reason string) (line int, m mistake, ok bool) {
	if culprit == 0 {
		return 0, mistake{}, false
	}
	if strings.Contains(reason, "mapping values are not allowed") {
		text := string(d.line(culprit - 1))
		where := regexp.MustCompile(`^\s*(?:- +)*([\w-]+):([^\s/:]\S*)\s*$`).FindStringSubmatchIndex(text)
		if where != nil {
			return culprit - 1, mistake{where[2], where[5], "a space is missing after the colon", "write " + text[where[2]:where[3]] + ": " + text[where[4]:where[5]]}, true
		}
	}
	return d.openQuote(culprit)
}

// openQuote finds the quote that runs over from an earlier line and ends where
// the next one was to begin, on the culprit's line.
func (d *document) openQuote(culprit int) (line int, m mistake, ok bool) {
	quote := byte(0)
	for i := range culprit + 1 {
		text := string(d.line(i))
		if quote != 0 {
			if strings.IndexByte(text, quote) < 0 {
				continue
			}
			if i == culprit {
				return line, m, true
			}
			quote = 0
			continue
		}
		_, start := keyAndValue(text, len(text)-len(strings.TrimLeft(text, " \t")))
		if value := text[start:]; value != "" && (value[0] == '"' || value[0] == '\'') && strings.Count(value, value[:1]) == 1 {
			quote, line = value[0], i
			m = mistake{start, start + 1, "this quote is not closed", "end the text with " + value[:1]}
		}
	}
	return 0, mistake{}, false
}
