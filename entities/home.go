package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// afterDateline are the signs behind the place of a dateline, or before the agency.
var afterDateline = []string{"-", "--", "–", "—", "("}

// home gives the state whose organs and offices a report need not name one for:
// that of its dateline, else the one that it is about. Nil where it is about
// several.
func (l *linker) home() *knowledge.Actor {
	if k := l.dateline(); k != nil {
		return k
	}
	return l.subject()
}

// A report is about a state that it names alone, and not only as what something
// is done to, or about the one that has this
// part of at least so many mentions of states, their people and organs.
const (
	subjectShare    = 0.8
	subjectMentions = 4
)

// dateline gives the state of the place in the dateline, where the report names
// that state besides. Nil without a dateline.
func (l *linker) dateline() *knowledge.Actor {
	if l.datelines == nil {
		l.datelines = l.placesOfDatelines()
	}
	for _, country := range l.datelines {
		if l.cast.index(country) >= 0 {
			return l.base.Actor(country)
		}
	}
	return nil
}

// placesOfDatelines gives the states of the places in datelines, each once.
func (l *linker) placesOfDatelines() []string {
	countries := []string{}
	for _, s := range l.doc.Sentences {
		m := l.cast.At(s.First)
		if m == nil || m.Place == nil || m.Last >= len(l.doc.Tokens) || !slices.Contains(afterDateline, l.doc.Tokens[m.Last].Form) {
			continue
		}
		form, country := l.doc.Tokens[m.First].Form, string(m.Place.Country)
		if form == strings.ToUpper(form) && !slices.Contains(countries, country) {
			countries = append(countries, country)
		}
	}
	return countries
}

// homeOf gives the state of a government's office or organ that a phrase names
// without one: "a Foreign Ministry spokesman", "the army". Nil for other
// descriptions.
func (l *linker) homeOf(head int) *knowledge.Actor {
	if l.base.Is(strings.ToLower(l.doc.Tokens[head].Lemma), "state organ") && l.plainly(head) {
		if k := l.besides(head); k != nil {
			return k
		}
		return l.home()
	}
	if p := l.offices.around(head); p != nil && p.actor == nil && strings.HasPrefix(l.office(*p).ID, "spokesperson-") {
		return l.home()
	}
	return nil
}

// besides gives the state of the one organ or official that the same sentence
// names before: "China's foreign ministry … while the military". Nil for none, or
// for two states.
func (l *linker) besides(head int) *knowledge.Actor {
	sentence := l.doc.SentenceOf(head)
	var found *knowledge.Actor
	for _, k := range l.headedIn(sentence) {
		m := &l.cast.Mentions[k]
		if m.Actor < 0 || m.Head >= head || !l.doc.Tokens[m.Head].Has("nsubj") {
			continue
		}
		a := &l.cast.Actors[m.Actor]
		k := l.base.Actor(a.For)
		if k == nil || k.Kind != rapporteur.State || a.Kind != rapporteur.Organisation && a.Kind != rapporteur.Person {
			continue
		}
		if found != nil && found != k {
			return nil
		}
		found = k
	}
	return found
}

// plainly reports whether a noun has "the" before it and nothing behind that
// says whose it is.
func (l *linker) plainly(head int) bool {
	d := l.doc.Child(head, "det")
	for i := d + 1; i < head; i++ {
		if l.doc.Tokens[i].UPOS == "PROPN" && l.cast.At(i) != nil {
			return false // the Obama administration
		}
	}
	return d >= 0 && d < head && strings.ToLower(l.doc.Tokens[d].Form) == "the" && !l.apart(d+1, head) && !syntax.Plural(l.doc.Tokens[head]) && l.doc.Child(head, "nmod", "acl") < head
}

// incumbentAtHome gives who holds the first office of the report's own state that
// a phrase names alone: "the president" in a report on Kazakhstan. Nil for other
// phrases.
func (l *linker) incumbentAtHome(p postPhrase) *knowledge.Actor {
	head := syntax.SpanHead(l.doc, p.First, p.Last)
	if p.actor != nil || p.former || p.plural || p.First == 0 || !l.office(p).Sole || l.office(p).Sector != "government" || l.doc.Child(head, "nmod", "acl") > head {
		return nil
	}
	p.actor = l.home()
	if p.actor == nil || p.actor.Kind != rapporteur.State {
		return nil
	}
	return l.holder(p)
}

// settleMinisters gives the persons of the report who hold an office of a
// government that the report need not name the state that it is about.
func (l *linker) settleMinisters() {
	home := l.home() // which persons who act for it make no other
	if home == nil || home.Kind != rapporteur.State {
		return
	}
	for _, n := range l.persons {
		if n.actor < 0 || n.post < 0 {
			continue
		}
		a, o := &l.cast.Actors[n.actor], l.office(l.offices.posts[n.post])
		if a.Known != nil || a.For != "" || a.State != "" || len(a.Roles) == 0 || a.Roles[0].For != "" || o.Sector != "government" || !o.Sole && o.ID != "minister" {
			continue
		}
		l.setSide(n.actor, home.ID)
		a.State, a.Roles[0].For = rapporteur.Text(home.ID), rapporteur.Text(home.ID)
	}
}

// capitalised reports whether a phrase begins a sentence without an article, as
// papers write of the rulers of their own land: "Crown Prince received".
func (l *linker) capitalised(p postPhrase) bool {
	s := syntax.Sentence(l.doc, p.First)
	return p.First == s.First && p.Last < s.Last && l.doc.Tokens[p.Last].UPOS == "VERB"
}

// settleOwned gives what a pronoun says is a state's, "its central bank", the state
// behind the pronoun, which is known only now.
func (l *linker) settleOwned() {
	for _, m := range l.cast.Mentions {
		if m.Actor < 0 || m.Form != ByDescription {
			continue
		}
		a := &l.cast.Actors[m.Actor]
		p := l.doc.Child(m.Head, "nmod:poss")
		if a.Known != nil || a.State != "" || p < 0 || l.doc.Tokens[p].UPOS != "PRON" {
			continue
		}
		if i := l.cast.ActorAt(p); i >= 0 && i != m.Actor && l.cast.Actors[i].Kind == rapporteur.State {
			a.State = l.cast.Actors[i].State
		}
	}
}
