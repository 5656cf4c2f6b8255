package record

import (
	"cmp"
	"maps"
	"slices"
)

// ofDossier puts in the place of a filter's dossier the reports that tell of what it holds.
func (l reportLook) ofDossier(f Filter) (Filter, error) {
	if f.Dossier == "" {
		return f, nil
	}
	rows, err := l.chosen(Filter{Dossier: f.Dossier})
	if err != nil {
		return f, err
	}
	reports := map[int64]bool{}
	for some := range slices.Chunk(rows, portion) {
		var numbers []int64
		for i := range some {
			numbers = append(numbers, some[i].Number)
		}
		heads, err := l.store.MembersIn(l.at, numbers...)
		if err != nil {
			return f, err
		}
		for i := range heads {
			reports[heads[i].Report] = true
		}
	}
	ids := []string{""} // no report has the empty id
	for some := range slices.Chunk(slices.Sorted(maps.Keys(reports)), portion) {
		rows, err := l.store.ReportRows(some...)
		if err != nil {
			return f, err
		}
		for i := range rows {
			ids = append(ids, rows[i].ID)
		}
	}
	f.Dossier, f.Reports = "", within(f.Reports, ids)
	return f, nil
}

// heldParties gives the actors of what a dossier holds, those with most entries in it first.
func (l entryLook) heldParties(f Filter) ([]Party, error) {
	entries := map[string]int{}
	err := l.Each(Filter{Dossier: f.Dossier}, func(e *Entry) error {
		for id := range e.Names {
			entries[id]++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	ids := slices.Sorted(maps.Keys(entries))
	if len(f.Actors) > 0 {
		ids = shared(ids, f.Actors)
	}
	var out []Party
	for some := range slices.Chunk(ids, portion) {
		found, err := l.store.Parties(PartyQuery{IDs: some, States: f.States, Text: f.Text})
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	for i := range out {
		out[i].Entries = entries[out[i].ID]
	}
	slices.SortFunc(out, func(a, b Party) int { return cmp.Or(cmp.Compare(b.Entries, a.Entries), cmp.Compare(a.ID, b.ID)) })
	out = out[min(f.Offset, len(out)):]
	if f.Limit > 0 {
		out = out[:min(f.Limit, len(out))]
	}
	return out, nil
}
