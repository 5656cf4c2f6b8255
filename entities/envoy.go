package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// envoy gives the one person whom the state or body of a phrase has sent, on the
// report's day, to deal with the state behind it: "the UN envoy for Yemen". Nil
// where the tables know none, or several.
func (l *officeLinker) envoy(p officePhrase) *knowledge.Actor {
	about, sender := l.about(p.Last), p.office().For
	if p.actor != nil {
		sender = p.actor.ID
	}
	if about == nil {
		return nil
	}
	if sent := l.base.Terms().Envoys(sender, about.ID, l.day); len(sent) == 1 {
		return sent[0]
	}
	return nil
}

// about gives the state or body behind an envoy's office: "for Yemen", "to the
// Sahel". Nil for none.
func (l *officeLinker) about(at int) *knowledge.Actor {
	tokens := l.doc.Tokens
	if at >= len(tokens) || !slices.Contains([]string{"for", "to", "on", "in"}, tokens[at].Lemma) {
		return nil
	}
	at++
	for at < len(tokens) && tokens[at].UPOS == "DET" {
		at++
	}
	if at >= len(tokens) {
		return nil
	}
	senses, n := l.lookup(at)
	if n == 0 || senses[0].Actor.Kind == rapporteur.Person || senses[0].Sort == knowledge.ByCity || senses[0].Sort == knowledge.ByDemonym {
		return nil
	}
	return senses[0].Actor
}
