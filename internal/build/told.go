package build

import (
	"errors"
	"io/fs"
	"maps"
	"strings"
)

// told is what somebody who watches the files of a live site tells of them, so that all
// files of a large site are not looked at again because of one.
type told struct {
	paths []string // of files that were touched since the last look
	all   bool     // anything may have been
}

// Told tells before a Make which files of the site were touched since the Make before,
// by their paths from the site's folder; nil: any may have been. It may be called
// several times. Without it Make looks at all of them.
func (l *Live) Told(paths []string) {
	l.guard.Lock()
	defer l.guard.Unlock()
	l.told.paths, l.told.all = append(l.told.paths, paths...), l.told.all || len(paths) == 0
}

// takeTold is what was told since it was asked before.
func (l *Live) takeTold() told {
	l.guard.Lock()
	defer l.guard.Unlock()
	all := l.told
	l.told = told{}
	return all
}

// lookAgain surveys a live site as [build.look] does. Where it was told which files
// were touched, it looks at those alone, as long as each is one that was there before:
// what comes and goes may be more than was told of.
func (b *build) lookAgain() {
	now, before, listed := b.live.takeTold(), b.memory.survey, b.memory.listed
	b.memory.listed = false // what was told is forgotten: until this look is kept, all must be looked at
	if before == nil || before.odd || !listed || now.all || len(now.paths) == 0 {
		b.lookAll(before)
		return
	}
	b.survey = survey{names: before.names, files: maps.Clone(before.files), when: b.Now()}
	for _, name := range now.paths {
		if !b.glance(name) {
			b.lookAll(before)
			return
		}
	}
}

// lookAll surveys the whole site, and trusts what was known of files before.
func (b *build) lookAll(before *survey) {
	b.look()
	if before != nil {
		b.survey.trust(before)
	}
}

// glance looks at one file; false where it is not one that was there before.
func (b *build) glance(name string) bool {
	info, err := b.root.Lstat(name)
	if _, known := b.survey.files[name]; known {
		if err == nil && info.Mode().IsRegular() {
			b.survey.files[name] = seenOf(info)
			return true
		}
		return false
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	for _, other := range b.survey.names {
		if strings.HasPrefix(other, name+"/") {
			return false // a folder that went
		}
	}
	return true // it came and went
}

// keepSurvey remembers how the files of the site lie, and which were read, for the
// next build of this process.
func (b *build) keepSurvey(fronts []front) {
	if b.live == nil {
		return
	}
	for i, name := range b.listing.documents {
		if f, ok := b.survey.files[name]; ok && !f.hashed && fronts[i].document != nil {
			f.sum, f.hashed = fronts[i].sum, true
			b.survey.files[name] = f
		}
	}
	kept := b.survey
	b.memory.survey, b.memory.listed = &kept, true
}
