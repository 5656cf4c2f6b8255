package rules

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// readRelative reads the clause that says when and where a meeting is: "a meeting that
// had been planned for Saturday", "talks, which ended in Geneva". What it says of
// the status counts where no verb of meetings governs the noun.
func readRelative(x *text, e *meeting, n int) {
	v := relativeClause(x, n)
	if v < 0 {
		return
	}
	if place := placeOf(x, v); place >= 0 {
		e.place = place
	}
	e.date = dateOf(x, v)
	if e.status == rapporteur.Postponed && x.doc.Tokens[n].Head >= 0 {
		if day := obliqueDate(x, x.doc.Tokens[n].Head); day.known() {
			e.date = day // what was to be on Friday is put off until Monday
		}
	}
	if e.status != "" || e.leavesOut() {
		return
	}
	m, planned := x.lexicon.governors[x.doc.Tokens[v].Lemma]
	if !planned || m != rapporteur.Planned {
		m = modalityOf(x, v)
	}
	e.status = statusOf(m)
}

// relativeClause finds such a clause, on the noun or on whose meeting it is: "the
// summit of the union that opens in Rome". Its verb is one of meetings or plans,
// its subject the meeting.
func relativeClause(x *text, n int) int {
	for c := range x.doc.Children(n) {
		if x.doc.Tokens[c].Has("acl:relcl") && tellsItsMeeting(x, c) {
			return c
		}
		if x.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(x.doc, c, "of") {
			if v := x.doc.Child(c, "acl:relcl"); v >= 0 && tellsItsMeeting(x, v) {
				return v
			}
		}
	}
	return -1
}

func tellsItsMeeting(x *text, v int) bool {
	s := x.doc.Child(v, "nsubj", "nsubj:pass")
	if s < 0 || x.doc.Tokens[s].XPOS != "WDT" {
		return false
	}
	lemma := x.doc.Tokens[v].Lemma
	_, meets := x.lexicon.meetingVerbs[lemma]
	return meets || x.lexicon.governors[lemma] == rapporteur.Planned
}
