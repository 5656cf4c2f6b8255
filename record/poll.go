package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// ballot is one value of a field with the pieces that say so.
type ballot struct {
	value  string
	pieces []*piece
}

// sources counts the independent ones.
func (b ballot) sources() int { return sources(b.pieces) }

// last is the day of the last report that says so.
func (b ballot) last() rapporteur.Date { return b.pieces[len(b.pieces)-1].Published }

// poll counts who says what; the empty value says nothing. The value of the most
// independent sources comes first, of as many the one reported last.
func poll(pieces []*piece, value func(*piece) string) []ballot {
	var out []ballot
	for _, p := range pieces {
		v := value(p)
		if v == "" {
			continue
		}
		at := slices.IndexFunc(out, func(b ballot) bool { return b.value == v })
		if at < 0 {
			at = len(out)
			out = append(out, ballot{value: v})
		}
		out[at].pieces = append(out[at].pieces, p)
	}
	slices.SortStableFunc(out, func(a, b ballot) int {
		return cmp.Or(cmp.Compare(b.sources(), a.sources()), cmp.Compare(b.last(), a.last()), cmp.Compare(a.value, b.value))
	})
	return out
}

// winner is the value that most sources have, empty for none.
func winner(ballots []ballot) string {
	if len(ballots) == 0 {
		return ""
	}
	return ballots[0].value
}

// origin is who its report's words come from.
func (p *piece) origin() string { return p.report.origin() }

// sources counts the independent origins of pieces, of which opinion pieces are none.
func sources(pieces []*piece) int {
	seen := map[string]bool{}
	for _, p := range pieces {
		if p.Genre != rapporteur.Opinion {
			seen[p.origin()] = true
		}
	}
	return len(seen)
}

// factual are the pieces that count for what the record says: those of opinion pieces
// only where there are no others.
func factual(pieces []*piece) []*piece {
	opinion := func(p *piece) bool { return p.Genre == rapporteur.Opinion }
	if !slices.ContainsFunc(pieces, opinion) {
		return pieces
	}
	if out := slices.DeleteFunc(slices.Clone(pieces), opinion); len(out) > 0 {
		return out
	}
	return pieces
}

// dispute makes a dispute of the values of a field.
func dispute(field string, ballots []ballot) Dispute {
	d := Dispute{Field: field}
	for _, b := range ballots {
		v := Version{Value: b.value, Sources: b.sources()}
		for _, p := range b.pieces {
			if !slices.Contains(v.Reports, p.Report) {
				v.Reports = append(v.Reports, p.Report)
				v.Evidence = append(v.Evidence, p.fixed.Evidence()[:1]...)
			}
		}
		d.Versions = append(d.Versions, v)
	}
	return d
}
