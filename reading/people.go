package reading

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/frames/rules"
)

// people gives the actor of people whom a phrase describes and linking does not know, or
// of some members of a party that it knows: a group of the report alone.
func (l *links) people(f frames.Filler) int {
	span := l.doc.Span(l.doc.Bytes(f.First, f.Last))
	a := rapporteur.Actor{ID: "~" + knowledge.Slug(span.Text), Name: span.Text, Kind: rapporteur.Group, Roles: []rapporteur.Role{}, Mentions: []rapporteur.Span{span}}
	for i := range l.actors {
		if l.Actor(i).ID == a.ID {
			return i
		}
	}
	if whole := l.Describe(f.Head); whole >= 0 {
		a.State = rapporteur.Text(l.Actor(whole).State)
	}
	l.groups = append(l.groups, a)
	l.actors = append(l.actors, &rules.Actor{ID: a.ID, Name: a.Name, Kind: a.Kind, State: string(a.State), Plural: true})
	return len(l.actors) - 1
}
