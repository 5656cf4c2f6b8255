package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// conversation reads "A spoke with B about the truce", which does not say whether
// they met or telephoned: both must be people who act for different sides.
func (r *reading) conversation(v int, w encounterWord) (encounter, bool) {
	e := encounter{kind: "talks", rule: verbOfMeeting, status: r.status(r.modality(v))}
	if w.kind != "call" || e.status == "" || syntax.Questioned(r.doc, v) || r.untold(v) {
		return e, false
	}
	subject, _, passive := r.arguments(v)
	if passive || subject < 0 || !r.personal(subject) {
		return e, false
	}
	r.take(&e, subject, rapporteur.Participant)
	for c := range r.doc.Children(v) {
		if r.doc.Tokens[c].Has("obl") && syntax.HasPreposition(r.doc, c, "with", "to") && r.personal(c) {
			r.take(&e, c, rapporteur.Participant)
		}
	}
	e.place, e.date, e.fresh = r.placeOf(v), r.when(v), r.again(v)
	return e, len(r.sides(&e)) > 1 && r.allOffice(&e)
}
