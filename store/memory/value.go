package memory

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/record"
)

// Values implements record.View.
func (t termTable) Values(terms ...string) (map[string][]record.Value, error) {
	out := map[string][]record.Value{}
	for _, term := range terms {
		if values := t.valuesOf(term); len(values) > 0 {
			out[term] = values
		}
	}
	return out, nil
}

func (t *tables) valuesOf(term string) []record.Value {
	counts := map[string]int{}
	for _, d := range t.was {
		for _, has := range d.terms {
			if has.Name == term {
				counts[has.Value] += 0
			}
		}
	}
	for _, d := range t.found {
		for _, has := range d.terms {
			if has.Name == term {
				counts[has.Value]++
			}
		}
	}
	var out []record.Value
	for value, n := range counts {
		out = append(out, record.Value{Value: value, Entries: n})
	}
	slices.SortFunc(out, func(a, b record.Value) int {
		return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.Value, b.Value))
	})
	return out
}

// IDs implements record.View.
func (t entryTable) IDs(prefix string, limit int) ([]string, error) {
	var out []string
	for _, e := range t.entries {
		out = append(out, e.ID)
	}
	for _, r := range t.reports {
		out = append(out, r.ID)
	}
	out = slices.DeleteFunc(out, func(id string) bool { return !strings.HasPrefix(id, prefix) })
	slices.Sort(out)
	return page(out, limit, 0), nil
}

// atMost is a number, or a smaller one that is not 0.
func atMost(n, most int) int {
	if most > 0 {
		return min(n, most)
	}
	return n
}
