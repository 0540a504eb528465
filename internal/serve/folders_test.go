package serve

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestWatchFolders(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, open func() (notifier, error)) {
		p := watch(t, open, small)

		// With files in it by the time it is watched.
		p.write("new/a/b/one.md", "1")
		p.write("new/two.md", "2")
		p.rename("new", "content/pages/new")
		p.told("content/pages/new/a/b/one.md", "content/pages/new/two.md")
		p.write("content/pages/new/a/b/one.md", "10")
		p.told("content/pages/new/a/b/one.md")

		// Renamed: the old names go, the new ones come, and changes go by the new ones.
		p.rename("content/pages/new", "content/pages/newer")
		p.told("content/pages/new/a/b/one.md", "content/pages/new/two.md", "content/pages/newer/a/b/one.md", "content/pages/newer/two.md")
		p.settled()
		p.write("content/pages/newer/a/b/one.md", "100")
		p.write("content/pages/newer/two.md", "20")
		p.told("content/pages/newer/a/b/one.md", "content/pages/newer/two.md")

		// Moved out of the site: what happens there is nobody's business.
		p.rename("content/pages/newer", "elsewhere")
		p.told("content/pages/newer/a/b/one.md", "content/pages/newer/two.md")
		p.settled()
		p.write("elsewhere/a/b/one.md", "1000")
		p.write("elsewhere/two.md", "200")
		p.silent("a folder that was moved out of the site")

		// Removed, and another of that name.
		p.rename("elsewhere", "content/pages/newer")
		p.told("content/pages/newer/a/b/one.md")
		p.must(os.RemoveAll(p.path("content/pages/newer")))
		p.told("content/pages/newer/a/b/one.md", "content/pages/newer/two.md")
		p.write("content/pages/newer/a/b/one.md", "again")
		p.told("content/pages/newer/a/b/one.md")
		p.write("content/pages/newer/a/b/one.md", "and again")
		p.told("content/pages/newer/a/b/one.md")

		// Folders of the site that come late, and go.
		p.settled()
		p.write("templates/partials/notes.html", "x")
		p.told("templates/partials/notes.html")
		p.write("templates/partials/notes.html", "xy")
		p.told("templates/partials/notes.html")
		p.must(os.RemoveAll(p.path("data")))
		p.told("data/site.yaml")
		p.write("data/observations/2023-Q1.yaml", "period: 2023-Q1")
		p.told("data/observations/2023-Q1.yaml")
	})
}

// TestWatchManyNewFolders makes folders faster than they can be watched.
func TestWatchManyNewFolders(t *testing.T) {
	t.Parallel()
	p := watch(t, openSystem, small)
	var want []string
	for i := range 200 {
		name := fmt.Sprintf("content/reports/r%d/deep/er/p.md", i)
		p.write(name, "x")
		want = append(want, name)
	}
	p.told(want...)
	p.settled()
	for _, name := range want {
		p.write(name, "xy")
	}
	p.told(want...)
}

// TestWatchCheckout changes a branch with many files.
func TestWatchCheckout(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	var want []string
	var git func(args ...string)
	p := watch(t, openSystem, func(p *place) {
		git = func(args ...string) {
			t.Helper()
			c := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
			c.Dir = p.dir
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("git %v: %v\n%s", args, err, out)
			}
		}
		small(p)
		git("init", "-q", "-b", "main")
		git("add", ".")
		git("commit", "-q", "-m", "small")
		git("checkout", "-q", "-b", "large")
		for i := range 300 {
			name := fmt.Sprintf("content/reports/r%d/p%d.md", i%20, i)
			p.write(name, strings.Repeat("x", 5000))
			want = append(want, name)
		}
		git("add", ".")
		git("commit", "-q", "-m", "large")
	})
	git("checkout", "-q", "main")
	p.told(want...)
	p.settled()
	git("checkout", "-q", "large")
	p.told(want...)
	p.settled()
	p.write(want[7], "changed")
	p.told(want[7])
}

// TestWatchLinks: the site's folder and the folders in it may be links, and files
// may be links to others of the site.
func TestWatchLinks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need rights of their own")
	}
	var first, second string
	p := watch(t, openSystem, func(p *place) {
		first, second = filepath.Join(p.dir, "first"), filepath.Join(p.dir, "second")
		p.write("first/src/pages/about.md", "about")
		p.write("first/notes/one.md", "one")
		p.must(os.Symlink("src", filepath.Join(first, "content")))
		p.must(os.Symlink("../../notes/one.md", filepath.Join(first, "src/pages/one.md")))
		p.must(os.Symlink("/etc/hosts", filepath.Join(first, "src/pages/out.md")))
		p.must(os.Symlink("..", filepath.Join(first, "src/pages/loop")))
		p.write("second/content/pages/about.md", "other")
		p.must(os.Symlink("first", filepath.Join(p.dir, "site")))
		p.dir = filepath.Join(p.dir, "site")
	})
	p.write("content/pages/about.md", "changed")
	p.told("content/pages/about.md")
	p.must(os.WriteFile(filepath.Join(first, "src/pages/about.md"), []byte("by its other name"), 0o644))
	p.told("content/pages/about.md")
	p.write("notes/one.md", "what a link leads to")
	p.told("content/pages/one.md")
	p.settled()

	// The link to the site leads elsewhere from now on.
	p.must(os.Symlink("second", p.dir+".new"))
	p.must(os.Rename(p.dir+".new", p.dir))
	p.told("all")
	p.settled()
	p.write("content/pages/about.md", "changed")
	p.told("content/pages/about.md")
	p.must(os.WriteFile(filepath.Join(first, "src/pages/about.md"), []byte("left behind"), 0o644))
	p.silent("the folder that the link led to before")

	// The folder goes, and comes back.
	p.must(os.Rename(second, second+".away"))
	p.told("all")
	p.must(os.Rename(second+".away", second))
	p.told("all")
	p.settled()
	p.write("content/pages/about.md", "back again")
	p.told("content/pages/about.md")
}
