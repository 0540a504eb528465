package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

const manifestPath = own + "/manifest.json"

// manifest names the files that a build published. Only these may be replaced
// or removed by the next one.
type manifest struct {
	Version int               `json:"version"`
	Files   map[string]string `json:"files"` // path → SHA-256 of what was published, in hex
}

// readManifest reads what the last build published. None, or one that cannot
// be understood, means that nothing in the folder is known to be ours.
func readManifest(d disk) (manifest, error) {
	m := manifest{Version: 1, Files: map[string]string{}}
	src, err := readOwn(d, manifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, fmt.Errorf("read what the last build published: %w", err)
	}
	var read manifest
	if json.Unmarshal(src, &read) != nil || read.Version != m.Version {
		return m, nil
	}
	for path, sum := range read.Files {
		if fs.ValidPath(path) && path != "." && !protected(path) {
			m.Files[path] = sum
		}
	}
	return m, nil
}

// bytes is the manifest as it is kept: sorted, one file a line.
func (m manifest) bytes() ([]byte, error) {
	src, err := json.MarshalIndent(m, "", " ")
	return append(src, '\n'), err
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
