package entities

import (
	"slices"

	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// office gives the office that a phrase means for its state or body.
func (p *officePhrase) office() *knowledge.Office {
	var general *knowledge.Office
	for _, s := range p.senses {
		if p.actor != nil && s.For == p.actor.ID {
			return s.Office
		}
		if s.For == "*" && general == nil {
			general = s.Office
		}
	}
	if general == nil {
		return p.senses[0].Office
	}
	return general
}

// holder gives the one person who holds the office of a phrase on the report's
// day. Without a state or body, only an office that a single one has counts:
// "the UN secretary-general", "the US secretary of state".
func (d *discourse) holder(p officePhrase) *knowledge.Actor {
	for _, s := range p.senses {
		actor := s.For
		if p.actor != nil {
			if s.For != "*" && s.For != p.actor.ID {
				continue
			}
			actor = p.actor.ID
		}
		if s.Many || actor == "*" || p.actor == nil && !d.soleSense(p, s) {
			continue
		}
		if found := d.base.Terms().Holders(s.ID, actor, d.day); len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// soleSense reports whether an office phrase without a state, "the secretary of
// state", can mean just one sense: it names no office that any state has, and
// the report names no other state or body that has that office under it.
func (d *discourse) soleSense(p officePhrase, s knowledge.OfficeSense) bool {
	alike := false
	for _, o := range p.senses {
		switch {
		case o.For == "*":
			return false
		case o.ID != s.ID || o.For == s.For:
		case d.byID(o.For) >= 0:
			return false
		default:
			alike = true
		}
	}
	return !alike || d.byID(s.For) >= 0
}

// holdsOne reports whether somebody holds one of the offices of a phrase on
// the report's day.
func (d *discourse) holdsOne(k *knowledge.Actor, p officePhrase) bool {
	for _, t := range k.TermsOn(d.day) {
		if slices.ContainsFunc(p.senses, func(s knowledge.OfficeSense) bool { return s.ID == t.Office && (s.For == "*" || s.For == t.For) }) {
			return true
		}
	}
	return false
}

// soCalled reports whether a phrase is the word of a holder's own state for the
// office: the foreign minister is nobody whom it calls secretary of state.
func (d *discourse) soCalled(k *knowledge.Actor, p officePhrase) bool {
	return slices.ContainsFunc(k.TermsOn(d.day), func(t *knowledge.Term) bool {
		own := d.base.Offices().Own(t.Office, t.For)
		return slices.ContainsFunc(p.senses, func(s knowledge.OfficeSense) bool { return s.ID == t.Office && (own == nil || s.Office == own) })
	})
}

// holds reports whether a person holds on the day an office that a phrase may
// name.
func (d *discourse) holds(k *knowledge.Actor, p officePhrase) bool {
	for _, t := range k.Terms {
		if !t.Holds(d.day) || p.actor != nil && p.actor.ID != t.For {
			continue
		}
		if slices.ContainsFunc(p.senses, func(s knowledge.OfficeSense) bool { return s.ID == t.Office }) {
			return true
		}
	}
	return false
}

// isImplicit reports whether a phrase names a first office of a government without
// its state: "the president".
func isImplicit(doc *language.Document, p officePhrase) bool {
	head := syntax.SpanHead(doc, p.First, p.Last)
	return p.actor == nil && !p.former && !p.plural && p.First > 0 && p.office().Sole && p.office().Sector == "government" && doc.Child(head, "nmod", "acl") <= head
}

// capitalised reports whether a phrase begins a sentence without an article, as
// papers write of the rulers of their own land: "Crown Prince received".
func capitalised(doc *language.Document, p officePhrase) bool {
	s := syntax.Sentence(doc, p.First)
	return p.First == s.First && p.Last < s.Last && doc.Tokens[p.Last].UPOS == "VERB"
}
