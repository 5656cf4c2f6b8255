package service

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// From these confidences on something is sure enough for a line of a page: a deed, what a
// party wants, either turn of who moved. Of what one way of reading alone finds half is
// wrong, however sure it is of it, so that a page has what two of them find.
const (
	sure     = 0.62
	sureWish = 0.6
	sureMove = 0.53
)

// trusted reports whether something is sure enough for a page and was found by more than
// one way of reading, where it was found by one of those that err alone.
func trusted(b *rapporteur.Basis, from float64) bool {
	return b.Confidence >= from && (b.Confirmed() || !errsAlone(b.Rule))
}

// errsAlone reports whether a rule is right in half of the cases if nothing else finds
// the same: the model, or a rule of deeds.
func errsAlone(rule string) bool {
	return rule == "learned" || slices.ContainsFunc(deedRules, func(r string) bool { return strings.HasPrefix(rule, r) })
}

// deedRules are the rules of deeds, by how their names begin.
var deedRules = []string{"frame of ", "act of speaking", "mood in ", "word given "}

// plainly gives a deed as the report tells it that tells it most surely: what reports of
// several deeds have together is told by none of them. Nil if none is sure enough.
func plainly(e *record.Entry) *record.Entry {
	best := -1
	for i := range e.Members {
		m := &e.Members[i]
		if m.Event == nil || m.Genre == rapporteur.Opinion || !trusted(&m.Event.Basis, sure) || len(m.Event.Evidence) > 0 && isOver(m.Event.Evidence[0].Text) {
			continue
		}
		if best < 0 || m.Event.Confidence > e.Members[best].Event.Confidence {
			best = i
		}
	}
	switch {
	case best < 0:
		return nil
	case len(e.Members) == 1 || e.IsCorrected():
		return e
	}
	v, out := *e.Members[best].Event, *e
	out.Members = slices.Concat(e.Members[best:best+1], e.Members[:best], e.Members[best+1:])
	v.ID, v.Date = e.Event.ID, cmp.Or(v.Date, e.Event.Date)
	out.Event = &v
	return &out
}

// sureOf leaves out what hardly rests on anything: a deed that no report tells plainly.
func sureOf(e *record.Entry) bool { return surely(e, sure) }

// surely reports whether a report that is no opinion piece tells something plainly.
func surely(e *record.Entry, from float64) bool {
	return slices.ContainsFunc(e.Members, func(m record.Member) bool {
		return m.Genre != rapporteur.Opinion && trusted(m.Basis(), from)
	}) || len(e.Members) == 0 && trusted(e.Basis(), from)
}

// sureTurn reports whether what a party is said to have wanted, before or now, is
// likely enough for a page.
func sureTurn(t *record.Turn) bool {
	return trusted(&rapporteur.Basis{Confidence: t.Confidence, Rule: t.Rule}, sureMove)
}

// plainDispute reports whether reports that are sure of something disagree on it: on a
// meeting, or on one day on a deed, of which the next day's reports may say what has come
// about since.
func plainDispute(e *record.Entry) bool {
	if e.Meeting != nil {
		return surely(e, doubtful)
	}
	if e.Event != nil && plainly(e) == nil {
		return false
	}
	days := map[string]rapporteur.Date{}
	for i := range e.Members {
		days[e.Members[i].Report] = e.Members[i].Published
	}
	return slices.ContainsFunc(e.Disputes, func(x record.Dispute) bool {
		if len(x.Versions) < 2 || x.Field == "modality" {
			return false
		}
		return slices.ContainsFunc(x.Versions[0].Reports, func(a string) bool {
			return slices.ContainsFunc(x.Versions[1].Reports, func(b string) bool { return a != b && days[a] == days[b] })
		})
	})
}
