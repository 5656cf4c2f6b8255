package reading

import (
	_ "embed"
	"strconv"

	"rapporteur"
	"rapporteur/table"
)

//go:embed tables/together.tsv
var togetherTable []byte

// together are the weights by which two mentions of meetings are taken for one.
type together []float64

// loadTogether reads together.tsv.
func loadTogether() (together, error) {
	parsed, err := table.Parse("together.tsv", togetherTable, "feature", "weight")
	if err != nil {
		return nil, err
	}
	byName := map[string]float64{}
	for _, row := range parsed.Rows {
		w, err := strconv.ParseFloat(row.Get("weight"), 64)
		if err != nil {
			return nil, row.Errorf("weight %q is no number", row.Get("weight"))
		}
		byName[row.Get("feature")] = w
	}
	var t together
	for _, f := range pairFeatures {
		t = append(t, byName[f.name])
	}
	return t, nil
}

// never is less than any weights make of two mentions.
const never = -100

// logit is how likely a mention is of the meeting that one before it is of: above 0 it
// is more likely than not.
func (t together) logit(l *links, m, e *meetingMention) float64 {
	p := pairOf(l, m, e)
	if p.a > 0 && p.b > 0 && p.shared == 0 && m.kind == "visit" && e.kind == "visit" && !e.definite {
		return never // somebody else goes there
	}
	sum := 0.0
	for i, f := range pairFeatures {
		if f.has(&p) {
			sum += t[i]
		}
	}
	return sum
}

// pair is two mentions, the earlier one first, with what is counted once.
type pair struct {
	l            *links
	m, e         *meetingMention
	a, b, shared int // sides of each, and of both
	apart        int // sentences between
}

func pairOf(l *links, m, e *meetingMention) pair {
	a, b := sidesOf(l, m), sidesOf(l, e)
	p := pair{l: l, m: m, e: e, a: len(a), b: len(b), apart: l.doc.SentenceOf(e.trigger) - l.doc.SentenceOf(m.trigger)}
	for s := range b {
		if a[s] {
			p.shared++
		}
	}
	return p
}

// pairFeatures are what is asked about two mentions.
var pairFeatures = []struct {
	name string
	has  func(*pair) bool
}{
	{"always", func(*pair) bool { return true }},
	{"nobody before", func(p *pair) bool { return p.a == 0 }},
	{"nobody now", func(p *pair) bool { return p.b == 0 }},
	{"nobody in both", func(p *pair) bool { return p.a == 0 && p.b == 0 }},
	{"one side shared", func(p *pair) bool { return p.shared >= 1 }},
	{"two sides shared", func(p *pair) bool { return p.shared >= 2 }},
	{"same sides", func(p *pair) bool { return p.shared > 0 && p.shared == p.a && p.shared == p.b }},
	{"sides of one in the other", func(p *pair) bool { return p.shared > 0 && (p.shared == p.a || p.shared == p.b) }},
	{"no side shared", func(p *pair) bool { return p.a > 0 && p.b > 0 && p.shared == 0 }},
	{"each has other sides too", func(p *pair) bool { return p.shared > 0 && p.shared < p.a && p.shared < p.b }},
	{"other persons of a side", func(p *pair) bool { return otherPersons(p.l, p.m, p.e) }},
	{"same date", func(p *pair) bool { return p.m.date != "" && p.m.date == p.e.date }},
	{"dates agree", func(p *pair) bool { return p.dated() && compatible(p.m.date, p.e.date) }},
	{"dates differ", func(p *pair) bool { return p.dated() && !compatible(p.m.date, p.e.date) }},
	{"date new", func(p *pair) bool { return p.m.date == "" && p.e.date != "" }},
	{"date before", func(p *pair) bool { return p.m.date != "" && p.e.date == "" }},
	{"same place", func(p *pair) bool { return p.placed() && samePlace(p.m.place, p.e.place) }},
	{"places differ", func(p *pair) bool { return p.placed() && !samePlace(p.m.place, p.e.place) }},
	{"place new", func(p *pair) bool { return p.m.place == nil && p.e.place != nil }},
	{"place before", func(p *pair) bool { return p.m.place != nil && p.e.place == nil }},
	{"hosts at home", func(p *pair) bool { return hostsAtHome(p.l, p.m, p.e) }},
	{"same kind", func(p *pair) bool { return p.m.kind == p.e.kind }},
	{"one is a call", func(p *pair) bool { return (p.m.kind == "call") != (p.e.kind == "call") }},
	{"one is a visit", func(p *pair) bool { return (p.m.kind == "visit") != (p.e.kind == "visit") }},
	{"same status", func(p *pair) bool { return p.m.status == p.e.status }},
	{"one is to come", func(p *pair) bool { return took(p.m) != took(p.e) }},
	{"called off", func(p *pair) bool { return overrides(p.m.status) || overrides(p.e.status) }},
	{"definite now", func(p *pair) bool { return p.e.definite }},
	{"definite before", func(p *pair) bool { return p.m.definite }},
	{"definite, nobody", func(p *pair) bool { return p.e.definite && p.b == 0 }},
	{"same word", func(p *pair) bool { return p.l.doc.Tokens[p.m.trigger].Lemma == p.l.doc.Tokens[p.e.trigger].Lemma }},
	{"same sentence", func(p *pair) bool { return p.apart == 0 }},
	{"next sentence", func(p *pair) bool { return p.apart == 1 }},
	{"near sentence", func(p *pair) bool { return p.apart == 2 || p.apart == 3 }},
	{"over ten sentences", func(p *pair) bool { return p.apart > 10 }},
	{"over twenty sentences", func(p *pair) bool { return p.apart > 20 }},
	{"other time", func(p *pair) bool { return otherTime(p.l, p.m, p.e) }},
}

func (p *pair) dated() bool  { return p.m.date != "" && p.e.date != "" }
func (p *pair) placed() bool { return p.m.place != nil && p.e.place != nil }

// took reports whether a meeting is told as one that took or takes place.
func took(m *meetingMention) bool {
	return m.status == rapporteur.Held || m.status == rapporteur.UnderWayMeeting
}
