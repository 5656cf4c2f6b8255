package memory

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"rapporteur"
	"rapporteur/record"
)

// chosen gives the descriptions that a query chooses, in its order.
func (t *tables) chosen(q record.Query) ([]description, error) {
	if len(q.All) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	var out []description
	for _, d := range t.at(q.AsOf) {
		if t.fits(d, q) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b description) int {
		order := cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.entry, b.entry))
		if q.Oldest {
			return order
		}
		return -order
	})
	return out, nil
}

// at gives how entries are found at a time, zero for now.
func (t *tables) at(at time.Time) []description {
	var out []description
	for _, n := range numbers(t.found) {
		if d := t.found[n]; at.IsZero() || !d.since.After(at) {
			out = append(out, d)
		}
	}
	for _, d := range t.was {
		if !at.IsZero() && !d.since.After(at) && d.until.After(at) {
			out = append(out, d)
		}
	}
	return out
}

func (t *tables) fits(d description, q record.Query) bool {
	for _, some := range q.All {
		if !slices.ContainsFunc(some, func(term record.Term) bool { return slices.Contains(d.terms, term) }) {
			return false
		}
	}
	if d.sort < q.From || d.sort > q.To || !q.Minted.IsZero() && t.entries[d.entry].Minted.Before(q.Minted) {
		return false
	}
	if len(q.Numbers) > 0 && !slices.Contains(q.Numbers, d.entry) {
		return false
	}
	return q.Text == "" && len(q.Reports) == 0 || t.stands(d.entry, q)
}

// stands reports whether a member of an entry, now or formerly, is of a report and
// in a sentence that a query asks for.
func (t *tables) stands(entry int64, q record.Query) bool {
	var of []record.MemberRow
	for _, m := range t.where(func(m record.MemberRow) bool { return m.Entry == entry }) {
		of = append(of, t.members[m.Number])
	}
	for _, o := range t.over {
		if o.entry == entry {
			of = append(of, t.members[o.member])
		}
	}
	text := slices.ContainsFunc(of, func(m record.MemberRow) bool {
		return q.Text == "" || slices.ContainsFunc(append([]int{m.Sentence}, m.Further...), func(at int) bool { return t.says(m.Report, at, q.Text) })
	})
	report := slices.ContainsFunc(of, func(m record.MemberRow) bool {
		return len(q.Reports) == 0 || slices.Contains(q.Reports, t.reports[m.Report].ID)
	})
	return text && report
}

// Entries implements record.View.
func (t entryTable) Entries(q record.Query) ([]record.EntryRow, error) {
	found, err := t.chosen(q)
	var out []record.EntryRow
	for _, d := range page(found, q.Limit, q.Offset) {
		e := t.entries[d.entry]
		e.Sort = d.sort
		out = append(out, e)
	}
	return out, err
}

// EntriesOfEach implements record.View.
func (t entryTable) EntriesOfEach(queries ...record.Query) ([][]record.EntryRow, error) {
	out := make([][]record.EntryRow, len(queries))
	for i, q := range queries {
		var err error
		if out[i], err = t.Entries(q); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Count implements record.View.
func (t entryTable) Count(q record.Query) (int, error) {
	found, err := t.chosen(q)
	return len(found), err
}

// says reports whether a sentence holds every word and every phrase in quotation
// marks.
func (t *tables) says(report int64, sentence int, text string) bool {
	body := t.bodies[report]
	if sentence < 0 || sentence >= len(body.Sentences) {
		return false
	}
	index := rapporteur.NewIndex(body.Text)
	at := body.Sentences[sentence]
	words := fold(body.Text[index.Offset(at[0]):index.Offset(at[1])])
	for i, part := range strings.Split(text, `"`) {
		phrases := []string{part}
		if i%2 == 0 {
			phrases = strings.Fields(part)
		}
		for _, p := range phrases {
			if !strings.Contains(words, fold(p)) {
				return false
			}
		}
	}
	return true
}

// fold gives the words of a text between blanks.
func fold(text string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ") + " "
}

// holds reports whether a sentence of a report says it.
func (t *tables) holds(report int64, text string) bool {
	for i := range t.bodies[report].Sentences {
		if t.says(report, i, text) {
			return true
		}
	}
	return false
}

// Search implements record.View.
func (t reportTable) Search(text string, limit, offset int) ([]record.Hit, error) {
	var out []record.Hit
	all := numbers(t.reports)
	slices.Reverse(all)
	for _, n := range all {
		for i := len(t.bodies[n].Sentences) - 1; i >= 0; i-- {
			if t.says(n, i, text) {
				out = append(out, record.Hit{Report: n, Sentence: i})
			}
		}
	}
	return page(out, limit, offset), nil
}
