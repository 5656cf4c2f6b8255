package entities

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// salience weighs a candidate.
func (r *pronounResolver) salience(m *Mention, p *pronoun) int {
	role := syntax.NameHead(r.doc, m.Head)
	s := -20*r.distance(m, p) + byRole(r.doc, role) + r.bySpeech(m, p)
	if m.Form == ByPronoun {
		s += 4
	}
	if possessorNear(r.doc, role, p.token) {
		s += ownClause
	}
	if r.doc.Tokens[syntax.Governor(r.doc, role)].Has("root") {
		s += 4
	}
	if syntax.Paragraph(r.doc, m.Head) != p.paragraph {
		s -= 4
	}
	return s
}

// ownClause weighs the subject of the clause in which a possessive stands: "Oslo
// demands that Bergen give up its claim".
const ownClause = 26

// possessorNear reports whether a token is the subject of the nearest verb over
// a possessive.
func possessorNear(doc *language.Document, subject, possessive int) bool {
	if !doc.Tokens[possessive].Has("nmod:poss") || !doc.Tokens[subject].Has("nsubj") {
		return false
	}
	v := doc.Tokens[possessive].Head
	for v >= 0 && doc.Tokens[v].UPOS != "VERB" {
		if doc.Tokens[v].Has("obl") {
			return false // struck in answer to its tests
		}
		v = doc.Tokens[v].Head
	}
	return v >= 0 && doc.Tokens[subject].Head == v
}

// byRole weighs what a candidate is in its clause.
func byRole(doc *language.Document, token int) int {
	switch t := doc.Tokens[token]; {
	case t.Has("nsubj"):
		return 16
	case t.Has("obj", "iobj"):
		return 6
	case t.Has("nmod:poss"):
		return 5
	case t.Has("nmod"):
		return -4
	}
	return 0
}

// bySpeech weighs who speaks and in whose words a candidate stands.
func (r *pronounResolver) bySpeech(m *Mention, p *pronoun) int {
	s := 0
	if p.inside != nil && r.actorAt(p.inside.Head(frames.Source)) == m.Actor {
		if frames.ModeOf(p.inside) == rapporteur.Direct {
			return -500 // the speaker is "I" in his own words
		}
		s += 14
	}
	if a := r.attribution(m.Head); a != nil && frames.ModeOf(a) == rapporteur.Direct && p.inside != a {
		s -= 30 // named only in somebody's words
	}
	if p.own != nil && frames.Says(p.own, m.Head) {
		s -= 20 // who speaks does not name himself
	}
	if r.spokeLast(m.Actor, p) {
		s += 4
		if p.own != nil && !p.newcomer {
			s += 14
		}
	}
	return s
}

// spokeLast reports whether an actor is the source of the last attribution before
// a pronoun.
func (r *pronounResolver) spokeLast(actor int, p *pronoun) bool {
	return p.last != nil && actor >= 0 && r.actorAt(p.last.Head(frames.Source)) == actor
}
