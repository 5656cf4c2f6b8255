package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRuns has days that are near one another in one run, and those far apart each in
// theirs.
func TestRuns(t *testing.T) {
	for name, c := range map[string]struct {
		days []int
		want []days
	}{
		"none":             {nil, nil},
		"one":              {[]int{7}, []days{{7, 7}}},
		"as far as it may": {[]int{10, 7}, []days{{7, 10}}},
		"further":          {[]int{7, 11}, []days{{7, 7}, {11, 11}}},
		"of several":       {[]int{-40, 3, 1, 5, 90, 89}, []days{{-40, -40}, {1, 5}, {89, 90}}},
	} {
		t.Run(name, func(t *testing.T) {
			some := map[int]bool{}
			for _, day := range c.days {
				some[day] = true
			}
			if d := cmp.Diff(c.want, runs(some, 3), cmp.AllowUnexported(days{})); d != "" {
				t.Errorf("runs (-want +got):\n%s", d)
			}
		})
	}
}
