package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/record"
)

// SystemRecord is what the program made of the reports of a gold record: all
// entries, shifts and reports, these with their texts.
type SystemRecord struct {
	Entries []record.Entry
	Shifts  []record.Shift
	Reports []record.Report
}

// goldAlignment pairs the mentions of the gold record with members of entries.
type goldAlignment struct {
	gold   *GoldRecord
	system *SystemRecord
	// report gives the program's report for an id of the gold record.
	report map[string]*record.Report
	name   map[string]string
}

func newGoldAlignment(g *GoldRecord, s *SystemRecord) *goldAlignment {
	a := &goldAlignment{g, s, map[string]*record.Report{}, map[string]string{}}
	for id, gold := range g.Reports {
		for i := range s.Reports {
			r := &s.Reports[i]
			if string(r.URL) == gold.URL && string(r.Title) == gold.Title {
				a.report[id], a.name[r.ID] = r, id
			}
		}
	}
	return a
}

// anchor is the place of a mention in the text that was read.
func (a *goldAlignment) anchor(id, words string) (rapporteur.Span, bool) {
	r := a.report[id]
	if r == nil {
		return rapporteur.Span{}, false
	}
	at := strings.LastIndex(r.Text, words) // behind the title
	if at < 0 {
		return rapporteur.Span{}, false
	}
	start := utf8.RuneCountInString(r.Text[:at])
	return rapporteur.Span{Report: r.ID, Start: start, End: start + utf8.RuneCountInString(words)}, true
}

// goldMention is one mention of a gold entry, and the entry of the system in
// which the member stands that it was paired with, -1 for none.
type goldMention struct {
	entry  int
	report string
	system int
}

// pairing is a member of a system entry that may be what a mention tells of.
type pairing struct {
	mention, system int
	member          string
	likeness        float64
	length          int
}

// mentions pairs the mentions of one kind with members, one to one: a member must
// overlap the anchor; of several the one most like the gold entry comes first.
func (a *goldAlignment) mentions(kind record.Kind) []goldMention {
	var out []goldMention
	var pairs []pairing
	gold := a.gold.entries(kind)
	for i := range gold {
		for _, id := range slices.Sorted(maps.Keys(gold[i].Mentions)) {
			if a.gold.superseded(id) {
				continue
			}
			if at, ok := a.anchor(id, gold[i].Mentions[id]); ok {
				pairs = append(pairs, a.candidates(kind, &gold[i], len(out), at)...)
			}
			out = append(out, goldMention{i, id, -1})
		}
	}
	slices.SortStableFunc(pairs, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(x.length, y.length))
	})
	taken := map[string]bool{}
	for _, p := range pairs {
		if out[p.mention].system < 0 && !taken[p.member] {
			out[p.mention].system, taken[p.member] = p.system, true
		}
	}
	return out
}

// candidates are the members whose evidence overlaps an anchor.
func (a *goldAlignment) candidates(kind record.Kind, g *GoldEntry, mention int, at rapporteur.Span) []pairing {
	var out []pairing
	for i := range a.system.Entries {
		e := &a.system.Entries[i]
		if e.Kind != kind {
			continue
		}
		for _, m := range e.Members {
			length, ok := overlapping(m.Evidence(), at)
			if m.Report != at.Report || !ok || m.Event != nil && !slices.Contains(g.Types, m.Event.Plover.Type) {
				continue
			}
			out = append(out, pairing{mention, i, m.Report + m.ID, likeness(g, m.Content), length})
		}
	}
	return out
}

// overlapping gives the length of the evidence that overlaps a span.
func overlapping(evidence []rapporteur.Span, at rapporteur.Span) (int, bool) {
	for _, s := range evidence {
		if s.Start < at.End && at.Start < s.End {
			return s.End - s.Start, true
		}
	}
	return 0, false
}

// likeness says how much of a gold meeting a member has, from 0 to 2; what else
// there is has none.
func likeness(g *GoldEntry, c record.Content) float64 {
	if c.Meeting == nil {
		return 0
	}
	same, all := 0, len(g.Participants)
	for _, s := range c.Meeting.Attendance {
		switch {
		case slices.Contains(g.Participants, s.Actor):
			same++
		case !s.Presence.LeftOut():
			all++
		}
	}
	like := ratio(same, all)
	if c.Meeting.Date != "" && c.Meeting.Date == g.Date {
		like++
	}
	return like
}
