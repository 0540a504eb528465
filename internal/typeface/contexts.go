package typeface

// contexts are the contextual alternates of the first file of the typeface (feature calt): lookups that are applied one
// after another to each run of its glyphs.
type contexts struct {
	end     ID       // of the glyphs of the file
	words   int      // of 64 bits in a set
	sets    []uint64 // sets of glyphs, one after another
	lookups []lookup
	top     []ID // those that are applied everywhere; the others are asked for by rules
}

// lookup does one of three things; the others are empty.
type lookup struct {
	singles   map[ID]ID
	ligatures [][]ID // glyphs and, last, what takes their place
	rules     []rule
	ruled     map[ID][]rule // those that may fit where a glyph stands
	opening   []uint64      // set of glyphs at which something may happen
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
		l := &c.lookups[i]
		l.singles = map[ID]ID{}
		for pairs := r.list(); len(pairs) > 0; pairs = pairs[2:] {
			l.singles[pairs[0]] = pairs[1]
		}
		l.ligatures = make([][]ID, r.number())
		for j := range l.ligatures {
			l.ligatures[j] = r.list()
		}
		l.rules = make([]rule, r.number())
		for j := range l.rules {
			l.rules[j] = rule{r.list(), r.list(), r.list(), r.number()}
		}
	}
	c.top = r.list()
	for i := range c.lookups {
		c.open(&c.lookups[i])
	}
}

// open finds where a lookup has anything to do.
func (c *contexts) open(l *lookup) {
	l.opening, l.ruled = make([]uint64, c.words), map[ID][]rule{}
	for id := range l.singles {
		add(l.opening, id)
	}
	for _, ligature := range l.ligatures {
		add(l.opening, ligature[0])
	}
	for _, rule := range l.rules {
		for id := range c.end {
			if c.in(rule.input[0], id) {
				add(l.opening, id)
				l.ruled[id] = append(l.ruled[id], rule)
			}
		}
	}
}

func add(set []uint64, id ID)      { set[id/64] |= 1 << (id % 64) }
func has(set []uint64, id ID) bool { return set[id/64]>>(id%64)&1 != 0 }

// in says whether a glyph of the file is in a set.
func (c *contexts) in(set, id ID) bool { return has(c.sets[int(set)*c.words:], id) }

// starts says whether a glyph may be changed by those around it.
func (c *contexts) starts(id ID) bool {
	if id >= c.end {
		return false
	}
	for _, l := range c.top {
		if has(c.lookups[l].opening, id) {
			return true
		}
	}
	return false
}

// apply changes the glyphs of a text, run by run: a glyph of another file, or none, ends a run.
func (c *contexts) apply(signs []sign) []sign {
	for start := 0; start < len(signs); start++ {
		end := start
		busy := false
		for end < len(signs) && signs[end].id != 0 && signs[end].id < c.end {
			busy = busy || c.starts(signs[end].id)
			end++
		}
		if busy {
			rest := len(signs) - end
			for _, l := range c.top {
				signs = c.pass(&c.lookups[l], signs, start, len(signs)-rest)
			}
			end = len(signs) - rest
		}
		start = end
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
		if len(l.rules) == 0 {
			signs = act(l, signs, i, end)
		} else if r := c.fitting(l, signs[start:end], i-start); r != nil {
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
func (c *contexts) fitting(l *lookup, run []sign, at int) *rule {
	rules := l.ruled[run[at].id]
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
	if to, ok := l.singles[signs[at].id]; ok {
		signs[at].id = to
		return signs
	}
	for _, ligature := range l.ligatures {
		n := len(ligature) - 1
		if at+n > end || !begins(signs[at:], ligature[:n]) {
			continue
		}
		signs[at].id = ligature[n]
		return append(signs[:at+1], signs[at+n:]...)
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
