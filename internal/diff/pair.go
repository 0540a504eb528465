package diff

import "slices"

// pair is a spot before and after; one of the two may be nil.
type pair struct{ before, after *spot }

// pairs matches the spots of one page on both sides, in the order of the page
// as it is now; what is gone comes last. Spots are matched by everything but
// the data; those left over, where words were edited, by what their figures ask
// for; and at last by a cell that both rest on.
func pairs(before, after []*spot) []pair {
	all := make([]pair, 0, len(after))
	for _, a := range after {
		all = append(all, pair{after: a})
	}
	taken := map[*spot]bool{}
	for _, key := range []func(*spot) string{
		func(s *spot) string { return s.group() + "\n" + s.shape },
		func(s *spot) string { return s.group() + "\n" + s.asks },
	} {
		waiting := map[string][]*spot{}
		for _, b := range before {
			if !taken[b] {
				waiting[key(b)] = append(waiting[key(b)], b)
			}
		}
		for i, p := range all {
			k := key(p.after)
			if queue := waiting[k]; p.before == nil && len(queue) > 0 {
				all[i].before, waiting[k] = queue[0], queue[1:]
				taken[queue[0]] = true
			}
		}
	}
	for i, p := range all {
		if p.before != nil {
			continue
		}
		at := slices.IndexFunc(before, func(b *spot) bool {
			return !taken[b] && b.group() == p.after.group() && slices.ContainsFunc(b.cells, func(c cell) bool { return slices.Contains(p.after.cells, c) })
		})
		if at >= 0 {
			all[i].before = before[at]
			taken[before[at]] = true
		}
	}
	for _, b := range before {
		if !taken[b] {
			all = append(all, pair{before: b})
		}
	}
	return all
}

// group is what a spot may be matched with: a sentence with a sentence, whether
// or not there are claims in it.
func (s *spot) group() string {
	switch s.kind {
	case ClaimIn, Title:
		return string(Sentence)
	}
	return string(s.kind)
}
