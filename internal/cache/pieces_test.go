package cache

import (
	"crypto/sha256"
	"os"
	"testing"
)

func piecesOf(texts ...string) (all []Piece) {
	for _, text := range texts {
		all = append(all, Piece{[]byte(text), sha256.Sum256([]byte(text))})
	}
	return all
}

// found reads all pieces; "" stands for one that is a miss.
func found(t *testing.T, s *Store, name string) (texts []string, ok bool) {
	t.Helper()
	p, ok := s.Pieces("files", name)
	if !ok {
		return nil, false
	}
	defer p.Close()
	var buffer []byte
	for i := range p.Len() {
		if src, ok := p.Read(i, buffer); ok {
			texts, buffer = append(texts, string(src)), src
		} else {
			texts = append(texts, "")
		}
	}
	return texts, true
}

// TestPieces puts pieces, and finds each.
func TestPieces(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	if _, ok := found(t, s, "a"); ok {
		t.Error("pieces were found before they were put")
	}
	pieces := piecesOf("a page", "a longer page", "x")
	if err := s.PutPieces("files", "a", pieces); err != nil {
		t.Fatal(err)
	}
	if err := s.PutPieces("files", "none", nil); err != nil {
		t.Fatal(err)
	}
	if texts, ok := found(t, s, "none"); !ok || len(texts) > 0 {
		t.Errorf("an entry without pieces has %q, %v", texts, ok)
	}
	texts, ok := found(t, s, "a")
	if !ok || len(texts) != 3 || texts[0] != "a page" || texts[1] != "a longer page" || texts[2] != "x" {
		t.Errorf("%q, %v", texts, ok)
	}
	misses(t, s, "files", "a") // it is not one of Put
	put(t, s, "files", "b", "text")
	if _, ok := found(t, s, "b"); ok {
		t.Error("an entry of Put was read as pieces")
	}
}

// TestPieceWithAnotherSum puts bytes under a sum that is not theirs.
func TestPieceWithAnotherSum(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	pieces := piecesOf("one", "two")
	pieces[0].Sum[3]++
	if err := s.PutPieces("files", "a", pieces); err != nil {
		t.Fatal(err)
	}
	if texts, ok := found(t, s, "a"); !ok || texts[0] != "" || texts[1] != "two" {
		t.Errorf("%q, %v", texts, ok)
	}
}

// TestDamagedPieces alters each byte of an entry, and cuts it everywhere: what is found
// is what was put.
func TestDamagedPieces(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	want := []string{"a page", "a longer page"}
	if err := s.PutPieces("files", "a", piecesOf(want...)); err != nil {
		t.Fatal(err)
	}
	entry := file(s, "files", "a")
	good, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	for i := range good {
		damaged := append([]byte(nil), good...)
		damaged[i] ^= 1 << (i % 8)
		for name, src := range map[string][]byte{"altered": damaged, "cut": good[:i], "longer": append(good[:len(good):len(good)], damaged[:i]...)} {
			if name == "longer" && i == 0 {
				continue
			}
			if err := os.WriteFile(entry, src, fileMode); err != nil {
				t.Fatal(err)
			}
			texts, ok := found(t, s, "a")
			inBody := name == "altered" && i >= len(good)-len(want[0])-len(want[1])
			if ok != inBody {
				t.Fatalf("%s at byte %d: found is %v", name, i, ok)
			}
			wrong := 0
			for n, text := range texts {
				if text != want[n] && text != "" {
					t.Fatalf("%s at byte %d: piece %d is %q", name, i, n, text)
				}
				if text == "" {
					wrong++
				}
			}
			if inBody && wrong != 1 {
				t.Fatalf("%s at byte %d: %d pieces are missed", name, i, wrong)
			}
		}
	}
}
