package reading

import (
	"context"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// Candidate is a deed or a position that a reader of frames finds and that need not be
// right, with what makes it more or less likely: what training/weigh.py learns the
// weights from. Where it is for an attribute of something that is read, it has what makes
// the values of that likely, for training/attributes.py.
type Candidate struct {
	Kind      frames.Kind      `json:"kind"`
	Attribute frames.Attribute `json:"attribute,omitempty"`
	// Value is that of the attribute before it is weighed.
	Value string `json:"value,omitempty"`
	// Meeting numbers the meeting that a mention is of, from 1 on, 0 for none.
	Meeting int `json:"meeting,omitempty"`
	// Type is PLOVER's of a deed, the kind of a meeting, the stance of a position.
	Type     string          `json:"type"`
	Evidence rapporteur.Span `json:"evidence"`
	// Actors and Recipients are those of the list of actors.
	Actors     []rapporteur.Actor `json:"actors"`
	Recipients []rapporteur.Actor `json:"recipients"`
	// Proposal is the words for what somebody wants, with the label of the issue.
	Proposal string             `json:"proposal,omitempty"`
	Traits   map[string]float64 `json:"traits"`
}

// Candidates gives what is weighed of a report, before it is.
func (r *Reader) Candidates(ctx context.Context, report *rapporteur.Report) ([]Candidate, error) {
	x, err := r.begin(ctx, report, language.Limits{})
	if err != nil {
		return nil, interrupted(report, err)
	}
	x.statements()
	out := utteranceCandidates(x)
	found := x.byKind(DefaultBudget().spend(ctx))
	out = append(out, deedCandidates(x, found[frames.Event])...)
	out = append(out, mentionCandidates(x, found[frames.Meeting], found[frames.Absence])...)
	return append(out, standCandidates(x, found[frames.Position])...), ctx.Err()
}

// utteranceCandidates are the statements, with what tells of their medium.
func utteranceCandidates(r *reading) []Candidate {
	told := toldTokens(r.doc, r.said)
	var out []Candidate
	for i := range r.said {
		f := &r.said[i]
		c := Candidate{Kind: frames.Statement, Attribute: frames.Medium, Value: f.Attribute(frames.Medium), Evidence: r.doc.Span(f.Words.Range(r.doc)), Actors: listed(r.links, r.links.fillers(f, frames.Speaker))}
		for _, x := range frames.Ranges(r.doc, f, frames.Content) {
			c.Proposal += r.doc.Words(x) + " "
		}
		c.tell(asTraits(r.mediumTraits(i, told)))
		out = append(out, c)
	}
	return out
}

func deedCandidates(r *reading, found []frames.Frame) []Candidate {
	v := viewOf(r.links, candidates(r.links, found, true))
	var out []Candidate
	for i := range v.all {
		c := deedCandidate(r, &v.all[i])
		c.tell(v.traits(i))
		out = append(out, c)
	}
	return out
}

func deedCandidate(r *reading, d *deed) Candidate {
	return Candidate{Kind: frames.Event, Type: d.Type, Evidence: r.doc.Span(around(r.doc, d.Trigger)), Actors: listed(r.links, d.agents), Recipients: listed(r.links, d.patients)}
}

// mentionCandidates are the mentions of meetings, with what tells of their status.
func mentionCandidates(r *reading, found, absent []frames.Frame) []Candidate {
	of := map[*frames.Frame]int{}
	all := joined(r, found, absent)
	for i := range all {
		settleStatus(r.links, &all[i].lead)
		for k := range all[i].mentions {
			of[all[i].mentions[k].frame] = i + 1
		}
	}
	x := newFactuality(r)
	var out []Candidate
	for i := range found {
		m := mentionOf(r.links, &found[i], presences{})
		c := Candidate{Kind: frames.Meeting, Attribute: frames.Status, Type: m.kind, Value: string(m.status), Evidence: r.doc.Span(r.doc.Tokens[m.trigger].Range), Meeting: of[m.frame]}
		if c.Meeting > 0 {
			c.Value = string(all[c.Meeting-1].lead.status)
		}
		c.tell(asTraits(x.ofMeeting(&m)))
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

// asTraits gives traits that are there or not.
func asTraits(names []string) []trait {
	out := make([]trait, len(names))
	for i, name := range names {
		out[i] = trait{name, 1}
	}
	return out
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
