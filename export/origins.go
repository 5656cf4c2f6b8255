package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur/record"
)

// Sources names who reports an entry: outlets with the day of their first report,
// those before others that say what the record says.
func Sources(e *record.Entry, most int) string {
	var out []string
	seen := map[string]bool{}
	_, status := standing(&e.Content)
	members := slices.Clone(e.Reporting())
	other := func(m *record.Member) int {
		if _, says := standing(&m.Content); says == status {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(members, func(a, b record.Member) int { return cmp.Compare(other(&a), other(&b)) })
	for _, m := range members {
		name := source(&m)
		if seen[name] {
			continue
		}
		seen[name] = true
		out = append(out, facts(name, Day(m.Published)))
	}
	if len(out) > most {
		out = append(out[:most], fmt.Sprintf("%d more", len(out)-most))
	}
	return "[" + strings.ReplaceAll(strings.Join(out, "; "), " · ", ", ") + "]"
}
