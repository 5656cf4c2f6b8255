package record

import "rapporteur"

// The names of the terms by which entries are found.
const (
	termKind      = "kind"
	termActor     = "actor"
	termState     = "state"
	termIssue     = "issue"
	termOutlet    = "outlet"
	termPlace     = "place"
	termStatus    = "status"
	termStance    = "stance"
	termType      = "type"
	termLine      = "line"
	termShift     = "shift"
	termDisputed  = "disputed"
	termCorrected = "corrected"
	yes           = "yes"
)

// terms are what an entry can be found by.
func (e *Entry) terms(pieces []*piece) []Term {
	out := []Term{{termKind, string(e.Kind)}}
	add := func(name string, values ...string) {
		for _, v := range values {
			if v != "" {
				out = append(out, Term{name, v})
			}
		}
	}
	add(termActor, e.actors()...)
	add(termState, statesOf(e.actors(), pieces)...)
	add(termOutlet, e.Outlets...)
	if place := e.place(); place != nil {
		add(termPlace, fold(place.Name), string(place.Country))
	}
	switch {
	case e.Meeting != nil:
		add(termStatus, string(e.Meeting.Status))
		add(termType, e.Meeting.Kind)
	case e.Event != nil:
		add(termStatus, string(e.Event.Modality))
		add(termType, e.Event.Plover.Type)
	case e.Statement != nil:
		add(termType, string(e.Statement.Act))
	case e.Position != nil:
		add(termStance, string(e.Position.Stance))
		add(termIssue, subject(e.Position))
		out = append(out, linesOf(e.Position)...)
	case e.Notice != nil:
		add(termType, e.Notice.Kind)
	}
	if len(e.Disputes) > 0 {
		add(termDisputed, yes)
	}
	if e.IsCorrected() {
		add(termCorrected, yes)
	}
	return out
}

// statesOf are the states that actors are or belong to.
func statesOf(actors []string, pieces []*piece) []string {
	var out []string
	for _, id := range actors {
		for _, p := range pieces {
			a, ok := p.cast[id]
			if !ok {
				continue
			}
			if a.Kind == rapporteur.State {
				out = append(out, a.ID)
			}
			out = append(out, string(a.State))
			for _, r := range a.Roles {
				out = append(out, string(r.For))
			}
			break
		}
	}
	return out
}
