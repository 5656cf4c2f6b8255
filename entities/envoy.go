package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// envoy gives the one person whom the state or body of a phrase has sent, on the
// report's day, to deal with the state behind it: "the UN envoy for Yemen". Nil
// where the tables know none, or several.
func (l *linker) envoy(p postPhrase) *knowledge.Actor {
	about, sender := l.about(p.Last), l.office(p).For
	if p.actor != nil {
		sender = p.actor.ID
	}
	if about == nil {
		return nil
	}
	if sent := l.base.Envoys(sender, about.ID, l.day); len(sent) == 1 {
		return sent[0]
	}
	return nil
}

// about gives the state or body behind an envoy's office: "for Yemen", "to the
// Sahel". Nil for none.
func (l *linker) about(at int) *knowledge.Actor {
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

// matter are the prepositions behind a person or group that lead to what they deal
// with, not to whose they are: "an expert on Iran".
var matter = []string{"about", "on", "over", "against", "regarding", "concerning"}

// sentTo reports whether a token behind an envoy or ambassador names the place
// of the mission rather than who sends him: "the ambassador to Russia". What
// others are on or against is not theirs either.
func (l *linker) sentTo(head, token int) bool {
	for ; token > head; token = l.doc.Tokens[token].Head {
		if l.doc.Tokens[token].Head == head {
			p := syntax.Preposition(l.doc, token)
			return l.doc.Tokens[token].Has("nmod") && (slices.Contains(matter, p) || p != "of" && l.envoyAt(head))
		}
	}
	return false
}

// envoyAt reports whether a token is in the office of an envoy or ambassador.
func (l *linker) envoyAt(token int) bool {
	p := l.offices.around(token)
	return p != nil && p.sent()
}

// sent reports whether a phrase names an envoy or ambassador.
func (p *postPhrase) sent() bool { return p.senses[0].Sent || p.senses[0].ID == "ambassador" }
