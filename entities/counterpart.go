package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// persons named by another person: "his Iranian counterpart", "the latter".

// linkCounterparts links a counterpart to whoever holds, in the state that the
// phrase names, the office of the person whose counterpart it is. Where a name
// stands beside it, the name decides; where there is doubt, nobody is meant.
func (l *linker) linkCounterparts() {
	for i, t := range l.doc.Tokens {
		if t.Lemma != "counterpart" || syntax.Plural(l.doc.Tokens[i]) || l.cast.at[i] >= 0 || l.namedBeside(i) {
			continue
		}
		first, of := l.possessor(i)
		if of < 0 {
			continue
		}
		if k := l.opposite(of, l.origin(i)); k != nil {
			l.add(Mention{First: first, Last: i + 1, Head: i, Actor: l.known(k), Form: ByDescription})
		}
	}
}

// namedBeside reports whether a name stands right behind a noun, or behind the
// comma that follows it.
func (l *linker) namedBeside(noun int) bool {
	next := noun + 1
	if next < len(l.doc.Tokens) && l.doc.Tokens[next].Form == "," {
		next++
	}
	return next < len(l.doc.Tokens) && l.doc.Tokens[next].UPOS == "PROPN"
}

// possessor gives the person whose counterpart somebody is, -1 for nobody, and
// the first word of the phrase. A pronoun means the last person by name before
// it who is a subject, in its sentence or the one before.
func (l *linker) possessor(noun int) (first, actor int) {
	p := l.doc.Child(noun, "nmod:poss")
	if p < 0 || p > noun {
		return noun, -1
	}
	if l.doc.Tokens[p].UPOS != "PRON" {
		return p, l.cast.ActorAt(p)
	}
	best, at := -1, -1
	for _, m := range l.lately(p) {
		if !l.isPerson(m) || !l.doc.Tokens[syntax.NameHead(l.doc, m.Head)].Has("nsubj") {
			continue
		}
		best, at = m.Actor, m.First
	}
	if at < 0 {
		return p, -1
	}
	return p, best
}

// isPerson reports whether a mention is of a person by name or office.
func (l *linker) isPerson(m Mention) bool {
	return m.Actor >= 0 && m.Form != ByPronoun && l.cast.Actors[m.Actor].Kind == rapporteur.Person
}

// origin gives the state that a noun's adjective or "from" names, nil for none.
func (l *linker) origin(noun int) *knowledge.Actor {
	for c := range l.doc.Children(noun) {
		from := l.doc.Tokens[c].Has("nmod") && syntax.Preposition(l.doc, c) == "from"
		if i := l.cast.ActorAt(c); i >= 0 && (from || l.doc.Tokens[c].Has("amod", "compound")) && l.cast.Actors[i].Kind == rapporteur.State {
			return l.cast.Actors[i].Known
		}
	}
	return nil
}

// opposite gives the holder of a person's office in another state on the
// report's day. Of a head of state who governs, one who does not is no
// counterpart.
func (l *linker) opposite(person int, state *knowledge.Actor) *knowledge.Actor {
	a := &l.cast.Actors[person]
	if state == nil || a.Known == nil || a.For == state.ID {
		return nil
	}
	for _, t := range a.Known.TermsOn(l.day) {
		if o := l.base.Office(t.Office, t.For); t.For != a.For || o == nil || !o.Sole || t.Office == "head-of-state" && l.reigns(t.For) != l.reigns(state.ID) {
			continue
		}
		if found := l.base.Holders(t.Office, state.ID, l.day); len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// reigns reports whether the head of a state does not govern it.
func (l *linker) reigns(state string) bool {
	return l.base.Is(strings.ToLower(state), "head of state in name")
}

// linkLatter links "the latter" and "the former", said of nobody else, to the
// two persons of the sentence before.
func (l *linker) linkLatter() {
	for i, t := range l.doc.Tokens {
		word := strings.ToLower(t.Form)
		if i == 0 || word != "latter" && word != "former" || strings.ToLower(l.doc.Tokens[i-1].Form) != "the" || !t.Has("nsubj", "obj", "obl", "nmod") || l.cast.at[i] >= 0 {
			continue
		}
		if pair := l.twoBefore(i); pair != nil {
			m := Mention{First: i - 1, Last: i + 1, Head: i, Actor: pair[0], Form: ByDescription}
			if word == "latter" {
				m.Actor = pair[1]
			}
			l.add(m)
		}
	}
}

// twoBefore gives the two persons that the sentence before a token, or its own
// up to it, names, in their order; nil where they are not two.
func (l *linker) twoBefore(token int) []int {
	own := l.doc.SentenceOf(token)
	for _, sentence := range []int{own, own - 1} {
		var named []int
		for _, m := range l.mentionsIn(sentence, token) {
			if l.isPerson(m) && !slices.Contains(named, m.Actor) {
				named = append(named, m.Actor)
			}
		}
		if len(named) > 0 {
			if len(named) == 2 {
				return named
			}
			return nil
		}
	}
	return nil
}
