package reading

import (
	"context"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// Candidate is a deed or a position that a reader of frames finds and that need not be
// right, with what makes it more or less likely: what training/weigh.py learns the
// weights from.
type Candidate struct {
	Kind frames.Kind `json:"kind"`
	// Type is PLOVER's of a deed, the stance of a position.
	Type     string          `json:"type"`
	Evidence rapporteur.Span `json:"evidence"`
	// Actors and Recipients are those of the list of actors.
	Actors     []rapporteur.Actor `json:"actors"`
	Recipients []rapporteur.Actor `json:"recipients"`
	// Proposal is the words for what somebody wants, with the label of the issue.
	Proposal string             `json:"proposal,omitempty"`
	Traits   map[string]float64 `json:"traits"`
}

// Candidates gives the deeds and positions of a report before they are weighed.
func (r *Reader) Candidates(ctx context.Context, report *rapporteur.Report) ([]Candidate, error) {
	x, err := r.begin(ctx, report, language.Limits{})
	if err != nil {
		return nil, interrupted(report, err)
	}
	x.statements()
	out := utteranceCandidates(x)
	found := x.byKind(DefaultBudget().spend(ctx))
	out = append(out, deedCandidates(x, found[frames.Event])...)
	return append(out, standCandidates(x, found[frames.Position])...), ctx.Err()
}

// utteranceCandidates are the statements, with what tells of their medium.
func utteranceCandidates(r *reading) []Candidate {
	told := toldTokens(r.doc, r.said)
	var out []Candidate
	for i := range r.said {
		f := &r.said[i]
		c := Candidate{Kind: frames.Statement, Type: f.Attribute(frames.Medium), Evidence: r.doc.Span(f.Words.Range(r.doc)), Actors: listed(r.links, r.links.fillers(f, frames.Speaker)), Traits: map[string]float64{}}
		for _, x := range frames.Ranges(r.doc, f, frames.Content) {
			c.Proposal += r.doc.Words(x) + " "
		}
		for _, t := range r.mediumTraits(i, told) {
			c.Traits[t] = 1
		}
		out = append(out, c)
	}
	return out
}

func deedCandidates(r *reading, found []frames.Frame) []Candidate {
	v := viewOf(r.links, candidates(r.links, found, true))
	var out []Candidate
	for i := range v.all {
		d := &v.all[i]
		c := Candidate{Kind: frames.Event, Type: d.Type, Evidence: r.doc.Span(around(r.doc, d.Trigger)), Actors: listed(r.links, d.agents), Recipients: listed(r.links, d.patients)}
		c.tell(v.traits(i))
		out = append(out, c)
	}
	return out
}

func standCandidates(r *reading, found []frames.Frame) []Candidate {
	v := standsOf(r.links, stands(r.links, found))
	var out []Candidate
	for i := range v.all {
		s := &v.all[i]
		c := Candidate{Kind: frames.Position, Type: string(stanceOf(s.Frame)), Evidence: r.doc.Span(around(r.doc, s.Trigger)), Actors: listed(r.links, []int{s.holder}), Proposal: r.doc.Words(proposalOf(r.doc, s.Frame))}
		if issue := r.codes.Issue(s.Attribute(frames.Issue)); issue != nil {
			c.Proposal += " " + issue.Label
		}
		c.tell(v.traits(i))
		out = append(out, c)
	}
	return out
}

func (c *Candidate) tell(all []trait) {
	c.Traits = map[string]float64{}
	for _, t := range all {
		c.Traits[t.name] = t.value
	}
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
