package publish

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"slices"
)

// legacyPath is the manifest of builds before Bulletin knew sizes and times.
const legacyPath = own + "/manifest.json"

// readLegacy takes over what an older Bulletin published. Where there are both
// manifests the older program came last, as the younger one removes its: of
// what it wrote it knows better.
func (m *manifest) readLegacy(d disk) error {
	src, err := readOwn(d, legacyPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var read struct {
		Version int               `json:"version"`
		Files   map[string]string `json:"files"` // path → SHA-256 of what was published, in hex
	}
	m.legacy = true
	if json.Unmarshal(src, &read) != nil || read.Version != 1 {
		return nil
	}
	for _, path := range slices.Sorted(maps.Keys(read.Files)) {
		if !usable(path) {
			continue
		}
		above, name := split(path)
		dir := m.dir(above)
		f := file{name: name, size: unknownSize}
		if sum, err := hex.DecodeString(read.Files[path]); err == nil && len(sum) == len(f.sum) {
			f.sum = [32]byte(sum)
		}
		if known := dir.find(name); known != nil {
			*known = f
			continue
		}
		at, _ := dir.search(name)
		dir.files = slices.Insert(dir.files, at, f)
		m.files++
		m.learn(path)
	}
	return nil
}
