package typeface

// contexts are the contextual alternates of the first file of the typeface (feature calt): lookups that are applied one
// after another to each run of its glyphs.
type contexts struct {
	end     ID       // of the glyphs of the file
	words   int      // of 64 bits in a set
	sets    []uint64 // sets of glyphs, one after another
	lookups []lookup
	top     []ID    // those that are applied everywhere, eight at most; the others are asked for by rules
	opening []uint8 // glyph → a bit for each of top that may do something there
}

// lookup does one of three things; the others are empty. The outer slices are as long as the file has glyphs.
type lookup struct {
	singles   []ID     // glyph → what takes its place, or 0
	ligatures [][][]ID // first glyph → the others and, last, what takes the place of all
	rules     [][]rule // glyph → those that may fit where it stands
	opening   []uint64 // set of glyphs at which something may happen
	following []uint64 // set of glyphs that are second in a ligature
}

// rule asks what a lookup is to do where the glyphs around fit. The places are numbers of sets.
type rule struct {
	before []ID // nearest first
	input  []ID
	after  []ID
	act    int // a lookup; or nothing, and no later rule is tried
}

// nothing is the act of a rule that forbids.
const nothing = 0xffff

func (c *contexts) read(r *reader, end ID) {
	c.end, c.words = end, int(end+63)/64
	c.sets = make([]uint64, r.number()*c.words)
	for at := 0; at < len(c.sets); at += c.words {
		for _, id := range r.list() {
			add(c.sets[at:], id)
		}
	}
	c.lookups = make([]lookup, r.number())
	for i := range c.lookups {
		c.lookups[i] = c.readLookup(r)
	}
	c.top = r.list()
	c.opening = make([]uint8, end)
	for i, l := range c.top {
		for id := range end {
			if has(c.lookups[l].opening, id) {
				c.opening[id] |= 1 << i
			}
		}
	}
}

func (c *contexts) readLookup(r *reader) lookup {
	l := lookup{
		singles: make([]ID, c.end), ligatures: make([][][]ID, c.end), rules: make([][]rule, c.end),
		opening: make([]uint64, c.words), following: make([]uint64, c.words),
	}
	for pairs := r.list(); len(pairs) > 0; pairs = pairs[2:] {
		l.singles[pairs[0]] = pairs[1]
		add(l.opening, pairs[0])
	}
	for range r.number() {
		ligature := r.list()
		first := ligature[0]
		l.ligatures[first] = append(l.ligatures[first], ligature[1:])
		add(l.opening, first)
		add(l.following, ligature[1])
	}
	for range r.number() {
		rule := rule{r.list(), r.list(), r.list(), r.number()}
		for id := range c.end {
			if c.in(rule.input[0], id) {
				l.rules[id] = append(l.rules[id], rule)
				add(l.opening, id)
			}
		}
	}
	return l
}

func add(set []uint64, id ID)      { set[id/64] |= 1 << (id % 64) }
func has(set []uint64, id ID) bool { return set[id/64]>>(id%64)&1 != 0 }

// in says whether a glyph of the file is in a set.
func (c *contexts) in(set, id ID) bool { return has(c.sets[int(set)*c.words:], id) }

// starts says whether a glyph may be changed by those around it.
func (c *contexts) starts(id ID) bool { return id < c.end && c.opening[id] != 0 }

// apply changes the glyphs of a text, run by run: a glyph of another file, or none, ends a run.
func (c *contexts) apply(signs []sign) []sign {
	for start := 0; start < len(signs); start++ {
		end, busy := start, uint8(0)
		for end < len(signs) && signs[end].id != 0 && signs[end].id < c.end {
			busy |= c.opening[signs[end].id]
			end++
		}
		behind := len(signs) - end
		for i, l := range c.top {
			if busy>>i&1 != 0 {
				signs = c.pass(&c.lookups[l], signs, start, len(signs)-behind)
				for _, s := range signs[start : len(signs)-behind] {
					busy |= c.opening[s.id]
				}
			}
		}
		start = len(signs) - behind
	}
	return signs
}

// pass applies a lookup to the run from start to end.
func (c *contexts) pass(l *lookup, signs []sign, start, end int) []sign {
	for i := start; i < end; {
		if !has(l.opening, signs[i].id) {
			i++
			continue
		}
		length := len(signs)
		next := i + 1
		if rules := l.rules[signs[i].id]; len(rules) == 0 {
			signs = act(l, signs, i, end)
		} else if r := c.fitting(rules, signs[start:end], i-start); r != nil {
			if r.act != nothing {
				signs = act(&c.lookups[r.act], signs, i, end)
			}
			next = i + len(r.input)
		}
		gone := length - len(signs)
		end -= gone
		i = max(next-gone, i+1)
	}
	return signs
}

// fitting is the first rule that fits at a place of a run.
func (c *contexts) fitting(rules []rule, run []sign, at int) *rule {
	for i := range rules {
		r := &rules[i]
		if at < len(r.before) || at+len(r.input)+len(r.after) > len(run) {
			continue
		}
		if c.fits(r, run, at) {
			return r
		}
	}
	return nil
}

func (c *contexts) fits(r *rule, run []sign, at int) bool {
	for i, set := range r.before {
		if !c.in(set, run[at-1-i].id) {
			return false
		}
	}
	for i, set := range r.input {
		if !c.in(set, run[at+i].id) {
			return false
		}
	}
	for i, set := range r.after {
		if !c.in(set, run[at+len(r.input)+i].id) {
			return false
		}
	}
	return true
}

// act puts another glyph in the place of one, or of several.
func act(l *lookup, signs []sign, at, end int) []sign {
	first := signs[at].id
	if to := l.singles[first]; to != 0 {
		signs[at].id = to
		return signs
	}
	rest := signs[at+1 : end]
	if len(rest) == 0 || !has(l.following, rest[0].id) {
		return signs
	}
	for _, ligature := range l.ligatures[first] {
		n := len(ligature) - 1
		if n <= len(rest) && begins(rest, ligature[:n]) {
			signs[at].id = ligature[n]
			return append(signs[:at+1], signs[at+1+n:]...)
		}
	}
	return signs
}

func begins(signs []sign, ids []ID) bool {
	for i, id := range ids {
		if signs[i].id != id {
			return false
		}
	}
	return true
}
