package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Trial builds a site of the given files, texts by name, in a folder of its
// own that is gone afterwards: to find out what the rules say of it. Its drafts are
// taken in, since some rules are about them.
func Trial(ctx context.Context, files map[string]string) (result *Result, err error) {
	dir, err := os.MkdirTemp("", "bulletin-trial-")
	if err != nil {
		return nil, fmt.Errorf("make a folder to try a site in: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, fmt.Errorf("try a site: %w", err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return nil, fmt.Errorf("try a site: %w", err)
		}
	}
	return Run(ctx, Options{Dir: dir, Out: "public", Drafts: true, Jobs: 1, Version: "trial", Now: func() time.Time { return time.Time{} }})
}
