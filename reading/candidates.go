package reading

import (
	"context"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// Candidate is a deed that a reader of frames finds and that need not be right, with
// what makes it more or less likely: what training/deeds.py learns the weights from.
type Candidate struct {
	Type     string          `json:"type"`
	Evidence rapporteur.Span `json:"evidence"`
	// Actors and Recipients are those of the list of actors.
	Actors     []rapporteur.Actor `json:"actors"`
	Recipients []rapporteur.Actor `json:"recipients"`
	Traits     map[string]float64 `json:"traits"`
}

// Candidates gives the deeds of a report before they are weighed.
func (r *Reader) Candidates(ctx context.Context, report *rapporteur.Report) ([]Candidate, error) {
	x, err := r.begin(ctx, report, language.Limits{})
	if err != nil {
		return nil, interrupted(report, err)
	}
	v := viewOf(x.links, candidates(x.links, x.byKind(DefaultBudget().spend(ctx))[frames.Event], true))
	var out []Candidate
	for i := range v.all {
		d := &v.all[i]
		c := Candidate{Type: d.Type, Evidence: x.doc.Span(around(x.doc, d.Trigger)), Actors: listed(x.links, d.agents), Recipients: listed(x.links, d.patients), Traits: map[string]float64{}}
		for _, t := range v.traits(i) {
			c.Traits[t.name] = t.value
		}
		out = append(out, c)
	}
	return out, ctx.Err()
}

// listed gives actors as a reading lists them.
func listed(l *links, actors []int) []rapporteur.Actor {
	var out []rapporteur.Actor
	for _, i := range actors {
		a := l.Actor(i)
		listed := rapporteur.Actor{ID: a.ID, Name: a.Name, Kind: a.Kind, State: rapporteur.Text(a.State)}
		if a.For != "" && a.For != a.ID {
			listed.State = rapporteur.Text(a.For)
		}
		out = append(out, listed)
	}
	return out
}
