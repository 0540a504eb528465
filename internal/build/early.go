package build

import (
	"errors"

	"bulletin/internal/diag"
	"bulletin/internal/publish"
)

// early is what a live build does while it reads: somebody waits for a page, and
// neither the templates nor the output folder has to wait for data/.
type early struct {
	read   chan struct{} // closed when theme is there
	opened chan struct{} // closed when target is there
	theme  *themeKept    // nil where it could not be read
	odd    diag.Problems // of the folder of templates
	target *publish.Folder
	err    error

	wrote  chan struct{} // closed when the thin documents are kept on disk; nil where they are as they were
	failed error         // what kept them from it
}

// beginEarly begins it, once the site was surveyed.
func (b *build) beginEarly() {
	if b.live == nil || b.Check {
		return
	}
	s := &early{read: make(chan struct{}), opened: make(chan struct{})}
	b.early = s
	go func() {
		defer close(s.read)
		if guarded(0, func(int) error { s.theme, s.odd = b.readTheme(); return nil }) != nil {
			s.theme = nil // whoever asks reads it again, and is told of the fault
		}
	}()
	go func() {
		defer close(s.opened)
		s.err = guarded(0, func(int) (err error) { s.target, err = publish.Open(b.out); return err })
	}()
}

// earlyTheme is the theme with the problems of its folder.
func (b *build) earlyTheme() (*themeKept, diag.Problems) {
	if s := b.early; s != nil {
		if <-s.read; s.theme != nil {
			return s.theme, s.odd
		}
	}
	return b.readTheme()
}

// laterFronts keeps thin documents on disk: a live build does so while it goes on.
func (b *build) laterFronts(all []front) {
	s := b.early
	if s == nil {
		b.memory.writeFronts(all)
		return
	}
	s.wrote = make(chan struct{})
	go func() {
		defer close(s.wrote)
		s.failed = guarded(0, func(int) error { b.memory.writeFronts(all); return nil })
	}()
}

// openTarget opens the output folder.
func (b *build) openTarget() (err error) {
	s := b.early
	if s == nil {
		b.target, err = publish.Open(b.out)
		return err
	}
	<-s.opened
	b.target, s.target, err, s.err = s.target, nil, s.err, nil
	return err
}

// endEarly waits for what nobody asked for, and gives it up.
func (b *build) endEarly() error {
	s := b.early
	if s == nil {
		return nil
	}
	<-s.read
	<-s.opened
	if s.wrote != nil {
		<-s.wrote
	}
	if s.target == nil {
		return s.failed // it is used, or could not be opened, which nobody needs to know
	}
	return errors.Join(s.failed, s.target.Close())
}
