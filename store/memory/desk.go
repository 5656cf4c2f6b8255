package memory

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/access"
	"rapporteur/record"
)

// deskTable is what belongs to desks.
type deskTable struct{ *tables }

// DeskRows implements record.View.
func (t deskTable) DeskRows(namespace, kind string) ([]record.DeskRow, error) {
	var out []record.DeskRow
	for _, r := range t.desks {
		if r.Kind == kind && (namespace == "" || r.Namespace == namespace) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b record.DeskRow) int {
		return cmp.Or(strings.Compare(a.Namespace, b.Namespace), strings.Compare(a.Key, b.Key))
	})
	return out, nil
}

// TermsOf implements record.View.
func (t deskTable) TermsOf(entries ...int64) (map[int64][]record.Term, error) {
	out := map[int64][]record.Term{}
	for _, n := range entries {
		if d := t.found[n]; len(d.terms) > 0 {
			out[n] = slices.Clone(d.terms)
		}
	}
	return out, nil
}

// Moment implements record.View.
func (t deskTable) Moment() (string, error) { return strconv.FormatInt(t.updates, 10), nil }

// PutDeskRow implements record.Update.
func (t deskTable) PutDeskRow(r record.DeskRow) error {
	t.desks[[3]string{r.Namespace, r.Kind, r.Key}] = r
	return nil
}

// DropDeskRow implements record.Update.
func (t deskTable) DropDeskRow(namespace, kind, key string) error {
	delete(t.desks, [3]string{namespace, kind, key})
	return nil
}

// DropDesk implements record.Update.
func (t deskTable) DropDesk(namespace string) error {
	maps.DeleteFunc(t.desks, func(_ [3]string, r record.DeskRow) bool { return r.Namespace == namespace })
	maps.DeleteFunc(t.doors.grants, func(_ [2]string, g access.Grant) bool { return g.Namespace == namespace })
	return nil
}
