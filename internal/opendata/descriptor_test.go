package opendata_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/opendata"
	"bulletin/internal/sheet"
)

// descriptor is what a reader of data packages sees.
type descriptor struct {
	Schema    string `json:"$schema"`
	Name      string
	ID        string
	Homepage  string
	Title     string
	Version   string
	Created   string
	Licenses  []map[string]string
	Sources   []map[string]string
	Resources []struct {
		Name, Type, Path, Format, Mediatype, Encoding, Hash string
		Bytes                                               int
		Schema                                              struct {
			Fields []struct {
				Name, Type    string
				MissingValues *[]string
				TrueValues    []string
				Constraints   struct {
					Required, Unique bool
					Pattern          string
					Enum             []string
				}
			}
			MissingValues []string
			PrimaryKey    []string
			ForeignKeys   []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			}
		}
	}
}

func describe(t testing.TB, set *data.Set) descriptor {
	t.Helper()
	src, err := opendata.NewMaker(set).Descriptor("https://example.org/base/")
	if err != nil {
		t.Fatal(err)
	}
	var d descriptor
	if err := json.Unmarshal(src, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// filesOf are all files of a set but the descriptor, by path.
func filesOf(t testing.TB, set *data.Set) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	put := func(path string, src []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		files[path] = src
	}
	parts := []opendata.Part{{}}
	for _, i := range set.Indicators() {
		if !i.Example {
			parts = append(parts, opendata.Part{Indicator: i})
		}
	}
	for _, of := range parts {
		src, err := opendata.NewMaker(set).CSV(of)
		put(of.Path("csv"), src, err)
		src, err = opendata.NewMaker(set).JSON("", of)
		put(of.Path("json"), src, err)
		src, err = opendata.NewMaker(set).XLSX(of)
		put(of.Path("xlsx"), src, err)
	}
	for _, r := range opendata.Registers() {
		src, err := opendata.NewMaker(set).Reference(r)
		put(r.Path(), src, err)
	}
	return files
}

func TestDescriptor(t *testing.T) {
	d := describe(t, hostile(t))
	if d.Schema != "https://datapackage.org/profiles/2.0/datapackage.json" || d.Name != "title-1" || d.Homepage != "https://example.org/base/" ||
		d.ID != "https://example.org/base/data/datapackage.json" || d.Title != "=Title; +1" || d.Created != "2023-08-02T00:00:00Z" {
		t.Errorf("%+v", d)
	}
	if !regexp.MustCompile(`^2023\.8\.2\+[0-9a-f]{8}$`).MatchString(d.Version) {
		t.Errorf("the version is %q", d.Version)
	}
	if diff := cmp.Diff([]map[string]string{{"name": "CC-BY-4.0", "path": "https://example.org/by?a=1&b=2", "title": "CC BY 4.0"}}, d.Licenses); diff != "" {
		t.Error(diff)
	}
	var titles []string
	for _, s := range d.Sources {
		titles = append(titles, s["title"])
	}
	if diff := cmp.Diff([]string{"=Desk: +Title", "Web: Site", "Unused: Shelf"}, titles); diff != "" {
		t.Error(diff)
	}
}

// TestDescriptorFitsFiles holds every file to what the descriptor says of it.
func TestDescriptorFitsFiles(t *testing.T) {
	for name, set := range map[string]*data.Set{"own": own(t), "hostile": hostile(t)} {
		d, files := describe(t, set), filesOf(t, set)
		tables := map[string][]map[string]string{}
		for _, r := range d.Resources {
			src, ok := files[path.Join("data", r.Path)]
			if !ok {
				t.Fatalf("%s: there is no %s", name, r.Path)
			}
			delete(files, path.Join("data", r.Path))
			if r.Type != "table" {
				if table, ending, _ := strings.Cut(r.Name, "."); r.Format != ending || path.Ext(r.Path) != "."+ending || tables[table] == nil {
					t.Errorf("%s: %s is no other form of a table: %+v", name, r.Path, r)
				}
				continue
			}
			if sum := sha256.Sum256(src); r.Hash != "sha256:"+hex.EncodeToString(sum[:]) || r.Bytes != len(src) {
				t.Errorf("%s: %s has %d bytes and not the hash %s", name, r.Path, len(src), r.Hash)
			}
			head, _, _ := strings.Cut(string(src), "\r\n")
			var fields []string
			for _, f := range r.Schema.Fields {
				fields = append(fields, f.Name)
			}
			if diff := cmp.Diff(strings.Split(head, ","), fields); diff != "" {
				t.Errorf("%s: %s: %s", name, r.Path, diff)
			}
			tables[r.Name] = rowsOf(t, src)
		}
		for left := range files {
			t.Errorf("%s: %s is not described", name, left)
		}
		for _, r := range d.Resources {
			if r.Type != "table" {
				continue
			}
			keys := map[string]bool{}
			for n, row := range tables[r.Name] {
				for _, f := range r.Schema.Fields {
					text, there := row[f.Name]
					c := f.Constraints
					switch {
					case !there && (c.Required || slices.Contains(r.Schema.PrimaryKey, f.Name) && f.MissingValues == nil):
						t.Errorf("%s: %s, row %d lacks %s", name, r.Path, n, f.Name)
					case !there:
					case !fits(f.Type, text, f.TrueValues) || c.Enum != nil && !slices.Contains(c.Enum, text) || c.Pattern != "" && !regexp.MustCompile("^(?:"+c.Pattern+")$").MatchString(text):
						t.Errorf("%s: %s, row %d: %s is %q", name, r.Path, n, f.Name, text)
					}
				}
				key := values(row, r.Schema.PrimaryKey)
				if keys[key] {
					t.Errorf("%s: %s has the key %q twice", name, r.Path, key)
				}
				keys[key] = true
				for _, k := range r.Schema.ForeignKeys {
					to := k.Reference.Resource
					if to == "" {
						to = r.Name
					}
					want := values(row, k.Fields)
					if row[k.Fields[0]] != "" && !slices.ContainsFunc(tables[to], func(other map[string]string) bool { return values(other, k.Reference.Fields) == want }) {
						t.Errorf("%s: %s, row %d: %q is not in %s", name, r.Path, n, want, to)
					}
				}
			}
			if len(r.Schema.PrimaryKey) == 0 {
				t.Errorf("%s: %s has no key", name, r.Path)
			}
		}
	}
}

func values(row map[string]string, names []string) string {
	var all []string
	for _, name := range names {
		all = append(all, row[name])
	}
	return strings.Join(all, "\x00")
}

// fits tells whether a text is of a type of Table Schema.
func fits(kind, text string, truths []string) bool {
	switch kind {
	case "number":
		_, err := decimal.Parse(text)
		return err == nil
	case "date":
		_, err := time.Parse("2006-01-02", text)
		return err == nil
	case "boolean":
		return slices.Contains(truths, text)
	}
	return kind == "string"
}

// TestRegisters: what files refer to, with every text as it is, and nothing of examples.
func TestRegisters(t *testing.T) {
	set := hostile(t)
	want := map[opendata.Register][]map[string]string{
		opendata.Indicators: {
			{"id": "arrivals", "name": "=Arrivals", "definition": "@defined\nhere", "unit_one": "=person a day", "unit_other": "+people a day", "measure": "flow", "add": "all", "caveat": "-caveat"},
			{"id": "rate", "name": "Rate", "unit_one": "per cent", "unit_other": "per cent", "measure": "change", "add": "none"},
		},
		opendata.Areas: {
			{"id": "here", "name": "=HERE()", "iso3": "HRE", "kind": "area", "note": "@name\nof two lines"},
			{"id": "there", "name": `-There, "quoted"`, "kind": "area", "covers": "here"},
			{"id": "unseen", "name": "Unseen", "kind": "area"},
			{"id": "both", "name": "+Both", "kind": "group", "members": "here there"},
		},
		opendata.Dimensions: {
			{"dimension": "age", "category": "children", "dimension_name": "=Age", "category_name": "-Children"},
			{"dimension": "age", "category": "adults", "dimension_name": "=Age", "category_name": "Adults"},
			{"dimension": "sex", "category": "girls", "dimension_name": "Sex", "category_name": "Girls"},
		},
		opendata.Sources: {
			{"id": "paper", "publisher": "=Desk", "title": "+Title", "issued": "2023-04", "url": "https://example.org/a?b=c&d=%22", "covers": "2023-Q1 2000", "note": "-note"},
			{"id": "web", "publisher": "Web", "title": "Site"},
			{"id": "unused", "publisher": "Unused", "title": "Shelf"},
		},
	}
	_, all := fromJSON(t, set, opendata.Part{})
	listed := map[opendata.Register][]map[string]any{opendata.Indicators: all.Indicators, opendata.Areas: all.Areas, opendata.Dimensions: all.Dimensions, opendata.Sources: all.Sources}
	for _, r := range opendata.Registers() {
		src, err := opendata.NewMaker(set).Reference(r)
		if err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(t, src)
		for _, row := range rows {
			for name, text := range row {
				row[name] = sheet.Unguard(text)
			}
		}
		if diff := cmp.Diff(want[r], rows); diff != "" {
			t.Errorf("%s: %s", r, diff)
		}
		var members []map[string]string
		for _, member := range listed[r] {
			row := map[string]string{}
			for name, value := range member {
				row[name], _ = value.(string)
			}
			members = append(members, row)
		}
		if diff := cmp.Diff(want[r], members); diff != "" {
			t.Errorf("%s, JSON: %s", r, diff)
		}
	}
	if all.Title != "=Title; +1" || all.Licence.Name != "CC BY 4.0" || all.Publisher.Name != "@desk" || all.BaseURL != "https://example.org/base/" || !strings.HasPrefix(all.Version, "2023.8.2+") || len(all.Version) != len("2023.8.2+12345678") {
		t.Errorf("%+v", all)
	}
}
