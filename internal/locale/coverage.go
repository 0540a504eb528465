package locale

// ReadMost reads words that speak of most or of all countries, and how many
// they are: "most countries", "nearly all of the ten countries", "everywhere",
// "across the region". Words that leave some out ("all other countries") do
// not.
func (l *Locale) ReadMost(words []string) (taken int) {
	i := 0
	switch word(words, i) {
	case "nearly", "almost", "virtually", "practically":
		i++
	}
	switch word(words, i) {
	case "everywhere":
		return i + 1
	case "across", "throughout":
		if word(words, i+1) == "the" && word(words, i+2) == "region" {
			return i + 3
		}
		return 0
	case "most", "all", "every":
		i++
	case "the":
		if word(words, i+1) != "majority" || word(words, i+2) != "of" {
			return 0
		}
		i += 3
	case "majority":
		if word(words, i+1) != "of" {
			return 0
		}
		i += 2
	default:
		return 0
	}
	for range mostBetween {
		switch w := word(words, i); w {
		case "country", "countries", "area", "areas", "state", "states":
			return i + 1
		case "of", "the", "these", "those", "single", "balkan", "western":
			i++
		default:
			_, read := l.ReadNumberWords(words[min(i, len(words)):])
			if read == 0 && (w == "" || w[0] < '0' || w[0] > '9') {
				return 0
			}
			i += max(read, 1)
		}
	}
	return 0
}

// mostBetween is how many words can stand between "most" and "countries": "of
// the ten Western Balkan".
const mostBetween = 6
