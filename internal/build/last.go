package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"

	"bulletin/internal/cache"
	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// last is what the build before was made of, and what came of it: where nothing has
// changed since, that is all there is to know.
type last struct {
	survey   *survey
	pages    int
	charts   int
	basePath string
	problems diag.Problems
	bound    []check.BoundShare
	notes    []string
	units    []batch
}

// batch is the files that one entry of the cache holds.
type batch struct {
	entry string // "" of files that are copied from the site's own
	files []made
}

// made is a file that was made.
type made struct {
	path, source string
	sum          [sha256.Size]byte
	size         int
}

// entryLast is the kind of the entry.
const entryLast = "last"

// way names how a site is made: other options make another.
func (b *build) way() string {
	return fmt.Sprintf("%q %v %v %v %v %q %v", b.BaseURL, b.Drafts, b.Images, b.OnDemand, b.PDFs.Make, b.PDFs.Browser, b.PDFs.Paper)
}

// unchanged looks whether the site is as the build before found it, and if so brings
// what came of that about again. It is false, and nothing was done, where anything is
// not as it was.
func (b *build) unchanged(ctx context.Context) (bool, error) {
	if b.live != nil {
		b.lookAgain()
		return false, nil // whoever waits wants to see that it was built
	}
	if b.memory.store == nil {
		return false, nil
	}
	src, ok := b.memory.store.Get(entryLast, b.way())
	if !ok {
		return false, nil
	}
	before := readLast(src)
	if before == nil {
		return false, nil
	}
	b.survey.trust(before.survey)
	if b.survey.odd || len(b.survey.files) != len(before.survey.files) {
		return false, nil
	}
	if err := b.hash(ctx); err != nil {
		return false, err
	}
	if !b.survey.same(before.survey) {
		return false, nil
	}
	known := b.problems
	b.problems = append(b.problems, before.problems...)
	if err := b.stageAt(); err != nil {
		return false, err
	}
	if b.stage != nil {
		restored, err := b.restore(ctx, before.units)
		if err != nil || !restored {
			b.problems = known
			return false, errors.Join(err, b.unstage())
		}
	}
	b.result.Pages, b.result.Charts, b.result.BasePath = before.pages, before.charts, before.basePath
	b.result.Notes = append(b.result.Notes, before.notes...)
	if b.Check {
		b.result.Bound = before.bound
	}
	b.lap("nothing has changed", len(before.survey.files))
	return true, b.publish()
}

// restore stages what was made before. It is false where not all of it is there.
func (b *build) restore(ctx context.Context, units []batch) (bool, error) {
	lost := make([]bool, len(units))
	err := each(ctx, b.Jobs, len(units), func(i int) error {
		ok, err := b.restoreBatch(units[i])
		lost[i] = !ok
		return err
	})
	if err != nil {
		return false, named(err, "restore", func(i int) string { return units[i].entry })
	}
	for _, l := range lost {
		if l {
			return false, nil
		}
	}
	return true, nil
}

// restoreBatch stages the files of one batch: those that are not published already
// come out of the cache.
func (b *build) restoreBatch(u batch) (bool, error) {
	var kept *cache.Pieces
	var buffer []byte
	for i, f := range u.files {
		if f.sum == [sha256.Size]byte{} {
			continue // it could not be made
		}
		stays, err := b.stage.Keep(f.path, f.source, f.sum)
		if err != nil {
			return false, err
		}
		if stays {
			continue
		}
		ok := true
		if u.entry == "" {
			buffer, err = fs.ReadFile(b.files, f.source)
			ok = err == nil && sha256.Sum256(buffer) == f.sum // it was a moment ago: look again
		} else {
			if kept == nil {
				if kept, ok = b.memory.store.Pieces(entryFiles, u.entry); !ok {
					return false, nil
				}
				defer kept.Close()
			}
			buffer, ok = piece(kept, i, f.sum, buffer)
		}
		if !ok {
			return false, nil
		}
		if err := b.stage.AddSum(f.path, f.source, buffer, f.sum); err != nil {
			return false, err
		}
	}
	return true, nil
}

// piece gives the bytes of a file out of its unit's entry, in a buffer that may be used
// for the next; false where that entry does not hold it: it was damaged, or put by
// another build that went on at the same time.
func piece(kept *cache.Pieces, i int, sum [sha256.Size]byte, buffer []byte) ([]byte, bool) {
	if i >= kept.Len() || kept.Sum(i) != sum {
		return nil, false
	}
	return kept.Read(i, buffer)
}

// concludes tells whether what comes of the build is kept for the next.
func (b *build) concludes() bool {
	return b.memory.store != nil && !b.memory.closed && !b.OnDemand
}

// conclude keeps what came of the build for the next, unless the site was changed
// meanwhile.
func (b *build) conclude(ctx context.Context, p *plan, made []product) error {
	if b.later == nil {
		return nil
	}
	if now := <-b.later; now.err != nil || !b.survey.still(&now.survey) {
		return now.err
	}
	for name, sum := range b.sums {
		if f, ok := b.survey.files[name]; ok {
			f.sum, f.hashed = sum, true
			b.survey.files[name] = f
		}
	}
	if err := b.hash(ctx); err != nil {
		return err
	}
	l := last{survey: &b.survey, pages: b.result.Pages, charts: b.result.Charts, basePath: b.result.BasePath, problems: b.problems, bound: b.bound, notes: b.result.Notes}
	rest := batch{entry: "rest " + b.way()}
	var pieces []cache.Piece
	for i, m := range made {
		if m.fleeting {
			return nil
		}
		u := p.unit(i)
		switch {
		case u.spare != nil:
		case u.file == nil:
			l.units = append(l.units, batchOf(p.entry(u), m))
		case upload(m.files[0].Source):
			l.units = append(l.units, batchOf("", m))
		default:
			of := batchOf("", m)
			rest.files = append(rest.files, of.files...)
			pieces = append(pieces, piecesOf(m.bytes, m.sums)...)
		}
	}
	for _, f := range p.printed {
		rest.files = append(rest.files, f.made)
		pieces = append(pieces, cache.Piece{Bytes: f.bytes, Sum: f.sum})
	}
	l.units = append(l.units, rest)
	b.memory.putPieces(entryFiles, rest.entry, pieces)
	b.memory.put(entryLast, b.way(), l.write())
	return nil
}

// batchOf is the files of a product.
func batchOf(entry string, m product) batch {
	out := batch{entry: entry}
	for i, f := range m.files {
		out.files = append(out.files, made{f.Path, f.Source, m.sums[i], m.sizes[i]})
	}
	return out
}

func (l *last) write() []byte {
	var w wire.Writer
	files := len(l.survey.files)
	for _, u := range l.units {
		files += len(u.files)
	}
	w.Grow(files * 128) // about as much as a file takes
	l.survey.write(&w)
	w.Uint(uint64(l.pages))
	w.Uint(uint64(l.charts))
	w.String(l.basePath)
	diag.WriteProblems(&w, l.problems)
	w.Len(len(l.bound))
	for _, s := range l.bound {
		w.String(s.Edition)
		w.Uint(uint64(s.Bound))
		w.Uint(uint64(s.Literal))
		w.Uint(uint64(s.Unbound))
	}
	w.Len(len(l.notes))
	for _, n := range l.notes {
		w.String(n)
	}
	w.Len(len(l.units))
	for _, u := range l.units {
		w.String(u.entry)
		w.Len(len(u.files))
		for _, f := range u.files {
			w.String(f.path)
			w.String(f.source)
			w.Sum(f.sum)
			w.Uint(uint64(f.size))
		}
	}
	return w.Data()
}

// readLast reads what write wrote; nil where it is not that.
func readLast(src []byte) *last {
	r := wire.NewReader(src)
	l := &last{survey: readSurvey(r), pages: int(r.Uint()), charts: int(r.Uint()), basePath: r.String(), problems: diag.ReadProblems(r)}
	for range r.Len(4) {
		l.bound = append(l.bound, check.BoundShare{Edition: r.String(), Bound: int(r.Uint()), Literal: int(r.Uint()), Unbound: int(r.Uint())})
	}
	for range r.Len(1) {
		l.notes = append(l.notes, r.String())
	}
	l.units = make([]batch, 0, r.Len(2))
	for range cap(l.units) {
		u := batch{entry: r.String()}
		u.files = make([]made, 0, r.Len(35))
		for range cap(u.files) {
			u.files = append(u.files, made{r.String(), r.String(), r.Sum(), int(r.Uint())})
		}
		l.units = append(l.units, u)
	}
	if r.Done() != nil {
		return nil
	}
	return l
}
