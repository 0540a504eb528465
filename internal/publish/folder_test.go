package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestChangedByHand(t *testing.T) {
	place := t.TempDir()
	if _, err := build(place, tree{"a": "1", "b": "1"}, nil); err != nil {
		t.Fatal(err)
	}
	write(t, place, tree{"a": "by hand", "b": "by hand"})
	if _, err := build(place, tree{"a": "1"}, nil); err != nil {
		t.Fatal(err)
	}
	same(t, "files", read(t, place), tree{"a": "1", "b": "by hand"})
}

func TestUnchangedKeepsItsTime(t *testing.T) {
	place := t.TempDir()
	if _, err := build(place, tree{"a": "1", "b": "1"}, nil); err != nil {
		t.Fatal(err)
	}
	then := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"a", manifestPath} {
		if err := os.Chtimes(filepath.Join(place, name), then, then); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := build(place, tree{"a": "1", "b": "1"}, nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", manifestPath} {
		info, err := os.Stat(filepath.Join(place, name))
		if err != nil || !info.ModTime().Equal(then) {
			t.Errorf("%s was written again: %v, %v", name, info.ModTime(), err)
		}
	}
}

func TestLock(t *testing.T) {
	place := t.TempDir()
	folder, err := Open(place)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := build(place, tree{"a": "1"}, nil); err == nil || !strings.Contains(err.Error(), "another build is publishing into") {
		t.Errorf("a second build is let in: %v", err)
	}
	if err := folder.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := build(place, tree{"a": "1"}, nil); err != nil {
		t.Errorf("the lock is still held: %v", err)
	}
}

func TestFolderMadeForNothingIsRemoved(t *testing.T) {
	base := t.TempDir()
	folder, err := Open(filepath.Join(base, "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	stage := folder.Stage()
	if err := errors.Join(stage.Add("x", "", nil), stage.Discard(), folder.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(base, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder is left behind: %v", err)
	}
}

func TestLinksDoNotLeadOut(t *testing.T) {
	base := t.TempDir()
	place, outside := filepath.Join(base, "out"), filepath.Join(base, "outside")
	write(t, base, tree{"out/keep": "k", "outside/a": "secret"})
	if err := os.Symlink(outside, filepath.Join(place, "x")); err != nil {
		t.Skip(err)
	}
	if _, err := build(place, tree{"x/a": "ours"}, nil); err == nil {
		t.Error("a file was written through a link that leads out")
	}
	same(t, "outside", read(t, outside), tree{"a": "secret"})
}

func TestStrangeManifest(t *testing.T) {
	for _, src := range []string{
		"", "null", "{", `{"version":9,"files":{"mine":"x"}}`,
		fmt.Sprintf(`{"version":1,"files":{".gitignore":%q,"../outside":%q,"/etc/passwd":"","":"",".bulletin/x":""}}`, hexSum("*"), hexSum("o")),
	} {
		for _, path := range []string{manifestPath, legacyPath} {
			base := t.TempDir()
			write(t, base, tree{"outside": "o", "out/.gitignore": "*", "out/mine": "m", "out/" + path: src})
			if _, err := build(filepath.Join(base, "out"), tree{"a": "1"}, nil); err != nil {
				t.Errorf("%s: %v", src, err)
			}
			got := read(t, base)
			delete(got, "out/"+manifestPath)
			same(t, src, got, tree{"outside": "o", "out/.gitignore": "*", "out/mine": "m", "out/a": "1"})
		}
	}
}

func TestStrangeJournal(t *testing.T) {
	for _, src := range []string{
		"", "{", `{"removals":["../outside"]}`, `{"removals":[".gitignore"]}`,
		`{"moves":[{"from":"mine","to":"a"}]}`, `{"moves":[{"from":".bulletin/stage","to":"a"}]}`, `{"moves":[{"from":".bulletin/stage/../../mine","to":"a"}]}`,
		`{"moves":[{"from":".bulletin/stage/0","to":".bulletin/stage"}]}`, `{"moves":[{"from":".bulletin/stage/0","to":".git/config"}]}`, `{"moves":[{"from":".bulletin/stage/0","to":"../outside"}]}`,
	} {
		base := t.TempDir()
		write(t, base, tree{"outside": "o", "out/.gitignore": "*", "out/mine": "m", "out/.bulletin/stage/0": "bad", "out/" + journalPath: src})
		if _, err := build(filepath.Join(base, "out"), tree{"a": "1"}, nil); err != nil {
			t.Errorf("%s: %v", src, err)
		}
		got := read(t, base)
		delete(got, "out/"+manifestPath)
		same(t, src, got, tree{"outside": "o", "out/.gitignore": "*", "out/mine": "m", "out/a": "1"})
	}
}

func hexSum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}
