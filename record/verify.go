package record

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"rapporteur"
)

// Problem is something in the record that does not hold.
type Problem struct {
	// Of is the id of the report or entry.
	Of   string `json:"of"`
	What string `json:"what"`
}

// verified is the number of reports or entries that are looked at in one view.
const verified = 500

// Verify checks what the record promises: the words of every entry stand in its
// report, every entry of a report that counts belongs to one entry of the record
// and can be found by its keys and by no others, the members of an entry hold
// together and are as many as when it was last described, and an entry that became
// part of another has none. It tells of each problem until tell returns false, and
// goes on behind what cannot be read. What a store can check by itself is its own
// business.
func (r *Record) Verify(ctx context.Context, tell func(Problem) bool) error {
	v := &verifier{tell: tell, keys: map[Space]map[int64]uint64{OfReports: {}, OfMembers: {}}}
	if err := r.Look(ctx, time.Time{}, v.sumKeys); err != nil {
		v.problem("record", "its keys cannot be read: %v", err)
	}
	for _, step := range []func(*Look) error{v.reports, v.entries} {
		v.last, v.end = 0, v.enough
		for !v.end {
			if err := r.Look(ctx, time.Time{}, step); err != nil {
				return err
			}
		}
	}
	v.strayKeys()
	return nil
}

// verifier is a check on its way.
type verifier struct {
	tell func(Problem) bool
	// last is the number looked at last; end says that there is no more to do in this
	// step, enough that nobody wants to hear more.
	last        int64
	end, enough bool
	// unread counts the stretches without anything that can be read.
	unread int
	// keys sums up the keys of each owner.
	keys map[Space]map[int64]uint64
}

func (v *verifier) problem(of, format string, args ...any) {
	if !v.enough && !v.tell(Problem{of, fmt.Sprintf(format, args...)}) {
		v.end, v.enough = true, true
	}
}

// sumKeys adds up the keys that the store has.
func (v *verifier) sumKeys(l *Look) error {
	for space, sums := range v.keys {
		if err := l.store.EachKey(space, func(key uint64, owner int64) { sums[owner] += mixed(key) }); err != nil {
			return err
		}
	}
	return nil
}

// mixed spreads the bits of a key, so that sums tell sets of keys apart (the
// finaliser of SplitMix64, Steele et al. 2014).
func mixed(key uint64) uint64 {
	key += 0x9e3779b97f4a7c15
	key = (key ^ key>>30) * 0xbf58476d1ce4e5b9
	key = (key ^ key>>27) * 0x94d049bb133111eb
	return key ^ key>>31
}

// owns checks that an owner has its keys and no others.
func (v *verifier) owns(space Space, owner int64, keys []uint64, of, what string) {
	sum := uint64(0)
	for _, k := range slices.Compact(slices.Sorted(slices.Values(keys))) {
		sum += mixed(k)
	}
	if v.keys[space][owner] != sum {
		v.problem(of, "%s cannot be found by its keys, or by others too", what)
	}
	delete(v.keys[space], owner)
}

// strayKeys tells of keys that nothing has.
func (v *verifier) strayKeys() {
	for _, space := range []Space{OfReports, OfMembers} {
		for _, owner := range slices.Sorted(maps.Keys(v.keys[space])) {
			v.problem(fmt.Sprintf("%s %d", space, owner), "has keys, and is not on the record")
		}
	}
}

// reports checks the next reports.
func (v *verifier) reports(l *Look) error {
	rows, err := l.store.ReportsAfter(v.last, verified)
	if err != nil {
		rows = v.oneByOne(l, err)
	} else {
		v.end = len(rows) < verified
	}
	if err := l.keep(rows); err != nil {
		return err
	}
	for i := range rows {
		v.last = rows[i].Number
		v.report(l, &rows[i])
	}
	return nil
}

// oneByOne reads the next stretch of reports by their numbers where it cannot be
// read at once, for a reason that is told if no report has one of its own, and gives
// up when several stretches have nothing.
func (v *verifier) oneByOne(l *Look, reason error) []ReportRow {
	var out []ReportRow
	for n := v.last + 1; n <= v.last+verified; n++ {
		rows, err := l.store.ReportRows(n)
		if err != nil {
			v.problem(fmt.Sprint("report ", n), "cannot be read: %v", err)
			reason = nil
			continue
		}
		out = append(out, rows...)
	}
	if reason != nil {
		v.problem("record", "reports after number %d cannot be read together: %v", v.last, reason)
	}
	v.last += verified
	if len(out) > 0 {
		v.unread = 0
		return out
	}
	v.unread++
	v.end = v.end || v.unread == 3
	return nil
}

// report checks a report with its members.
func (v *verifier) report(l *Look, row *ReportRow) {
	heads, err := l.store.MembersOf(row.Number)
	var members []MemberRow
	if err == nil {
		members, err = l.members(heads)
	}
	if err != nil {
		v.problem(row.ID, "what was read from it cannot be read: %v", err)
	}
	body, err := l.store.Body(row.Number)
	if err != nil || body == nil {
		v.problem(row.ID, "its text is missing or cannot be read: %v", err)
		body = nil
	} else if len(body.Text) != row.Length {
		v.problem(row.ID, "its text has %d bytes and should have %d", len(body.Text), row.Length)
	}
	v.owns(OfReports, row.Number, keysOf(row, body), row.ID, "the report")
	for _, m := range members {
		p, err := decode(m, row, l.corrections)
		if err != nil {
			v.problem(row.ID, "member %d cannot be read: %v", m.Number, err)
			continue
		}
		v.member(p)
		if body != nil {
			v.words(p, body.Text)
			if at := furtherOf(p.Content, onlySentences(body.Sentences), m.Sentence); !slices.Equal(at, m.Further) {
				v.problem(row.ID, "%s %s cannot be found by all of its words, or by others too", m.Kind, m.ID)
			}
		}
	}
}

// words checks that what a member shows stands in its text.
func (v *verifier) words(p *piece, text string) {
	index := rapporteur.NewIndex(text)
	for _, e := range p.Evidence() {
		if from, to := index.Offset(e.Start), index.Offset(e.End); from > to || to > len(text) || text[from:to] != e.Text {
			v.problem(p.Report, "the words of %s %s do not stand at %d to %d", p.row.Kind, p.ID, e.Start, e.End)
		}
	}
}

// member checks one member of a report.
func (v *verifier) member(p *piece) {
	counts := p.report.SupersededBy == "" && !p.row.Stale
	if (p.row.Entry != 0) != counts {
		v.problem(p.Report, "%s %s: is on the record %v, should be %v", p.row.Kind, p.ID, p.row.Entry != 0, counts)
	}
	keys := p.blocking
	if p.row.Entry == 0 {
		keys = nil
	}
	v.owns(OfMembers, p.row.Number, keys, p.Report, fmt.Sprintf("%s %s", p.row.Kind, p.ID))
}

// entries checks the next entries.
func (v *verifier) entries(l *Look) error {
	rows, err := l.store.EntriesAfter(v.last, verified)
	if err != nil {
		v.problem("record", "entries after number %d cannot be read: %v", v.last, err)
		v.end = true
		return nil
	}
	due, err := l.store.Due()
	if err != nil {
		v.problem("record", "the entries that wait to be described cannot be read: %v", err)
	}
	v.end = v.end || len(rows) < verified
	for _, row := range rows {
		v.last = row.Number
		v.entry(l, row, slices.Contains(due, row.Number))
	}
	return nil
}

// entry checks one entry with its members.
func (v *verifier) entry(l *Look, row EntryRow, due bool) {
	found, err := l.pieces(row.Number)
	pieces := found[row.Number]
	if err != nil {
		v.problem(row.ID, "its members cannot be read: %v", err)
		return
	}
	if len(pieces) > 0 && row.SupersededBy != 0 {
		v.problem(row.ID, "is no more, and has %d members", len(pieces))
	}
	if row.SupersededBy == 0 && !due && row.Described != len(pieces) {
		v.problem(row.ID, "has %d members and was described with %d", len(pieces), row.Described)
	}
	if parts := components(pieces); len(parts) > 1 {
		v.problem(row.ID, "falls into %d parts", len(parts))
	}
}
