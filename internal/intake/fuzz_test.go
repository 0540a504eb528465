package intake_test

import (
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/intake"
)

// FuzzImport: whatever a table and the options hold, an import ends in problems, in an
// error of the options, or in files that are read without errors and have every value;
// and the same table again changes nothing.
func FuzzImport(f *testing.F) {
	f.Add("area,value\nserbia,5\nkosovo,6\n", "", "indicator: arrivals, period: 2023-Q1, source: office", "", "csv", false)
	f.Add("Country;2022;2023\nSRB;1.000;2\n", "area: Country", "indicator: presence, source: other", "period", "csv", true)
	f.Add("area,dimension,category,value,unit,status,source,note,complete\nserbia,,,10,people,A,office,\"N: \"\"x\"\"\",true\nserbia,age,children,10,,E,,,\n", "", "indicator: arrivals, period: 2023-Q1", "", "csv", true)
	f.Add("area,Total,children,adults\nkosovo,237,,5\nserbia,868,3,\n", "note: Total", "indicator: arrivals, period: 2023-Q1", "age", "csv", true)
	f.Add(`[{"area": "serbia", "value": 870, "note": "a: b"}, {"area": "cote", "age": "adults", "value": 3}]`, "", "indicator: arrivals, period: 2023-Q1, status: P", "", "json", true)
	f.Add(`{"observations": [{"area": "cote", "value": null, "status": "L"}]}`, "", "indicator: arrivals, period: 2023-Q1", "", "json", true)
	base := site(old)
	f.Fuzz(func(t *testing.T, table, columns, set, wide, ending string, update bool) {
		if len(table) > 1<<14 || len(columns)+len(set) > 1<<10 {
			return
		}
		o := intake.Options{Map: columns, Set: set, Wide: wide, Update: update}
		plan, ps, err := base.bring(t, "t."+ending, []byte(table), o)
		if plan == nil {
			if err == nil && ps.Errors() == 0 {
				t.Fatal("no plan, and no reason")
			}
			for _, p := range ps {
				if p.Message == "" || p.Pos.File == "" {
					t.Fatalf("a problem without words or place: %+v", p)
				}
			}
			return
		}
		after := base.with(plan)
		read, found := data.Load(after.fs())
		if found.Errors() > 0 {
			t.Fatalf("what is written has errors: %s\n%s", told(found), plan.Files[0].Text)
		}
		if n := len(base.set(t).Observations()) + plan.Added; len(read.Observations()) != n {
			t.Fatalf("%d observations, want %d", len(read.Observations()), n)
		}
		o.Update = false
		again, ps, err := after.bring(t, "t."+ending, []byte(table), o)
		if err != nil || len(ps) > 0 || len(again.Files) > 0 {
			t.Fatalf("again: %v\n%s%+v", err, told(ps), again)
		}
	})
}
