package record

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur"
)

// dateline is the beginning of an agency's report: GENEVA, March 1 (Agency) -
var dateline = regexp.MustCompile(`^[^\n(]{2,60}\(([A-Z][\pL .&'’-]{1,30})\) *[-–—]`)

// credit gives the agency that the first lines of a text name in their dateline,
// empty for none.
func credit(r *rapporteur.Report) string {
	for _, line := range strings.SplitN(body(r), "\n", 4) {
		if m := dateline.FindStringSubmatch(line); m != nil {
			return m[1]
		}
	}
	return ""
}

// sourceOf gives the outlet that a group of copies takes its text from: the one that
// most of them credit; without any, the one that published it first, and of those
// of one day the one that has most of it. It is empty for a group of one.
func sourceOf(group []*ReportRow) string {
	if len(group) < 2 {
		return ""
	}
	credits := map[string]int{}
	for _, r := range group {
		if r.Credit != "" {
			credits[r.Credit]++
		}
	}
	first := slices.MinFunc(group, func(a, b *ReportRow) int {
		return cmp.Or(cmp.Compare(credits[b.Credit], credits[a.Credit]), cmp.Compare(a.Published, b.Published),
			cmp.Compare(b.Length, a.Length), cmp.Compare(a.Outlet, b.Outlet), cmp.Compare(a.ID, b.ID))
	})
	return firstOf(first.Credit, string(first.Outlet))
}
