package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// counterparts links persons who are named by another person: "his Iranian
// counterpart", "the latter".
type counterparts struct{ *discourse }

// linkCounterparts links a counterpart to whoever holds, in the state that the
// phrase names, the office of the person whose counterpart it is. Where a name
// stands beside it, the name decides; where there is doubt, nobody is meant.
func (c counterparts) linkCounterparts() {
	for i, t := range c.doc.Tokens {
		if t.Lemma != "counterpart" || syntax.Plural(c.doc.Tokens[i]) || c.covered(i) || c.namedBeside(i) {
			continue
		}
		first, of := c.possessor(i)
		if of < 0 {
			continue
		}
		if k := c.counterpartIn(of, c.origin(i)); k != nil {
			c.add(Mention{First: first, Last: i + 1, Head: i, Actor: c.known(k), Form: ByDescription})
		}
	}
}

// namedBeside reports whether a name stands right behind a noun, or behind the
// comma that follows it.
func (c counterparts) namedBeside(noun int) bool {
	next := noun + 1
	if next < len(c.doc.Tokens) && c.doc.Tokens[next].Form == "," {
		next++
	}
	return next < len(c.doc.Tokens) && c.doc.Tokens[next].UPOS == "PROPN"
}

// possessor gives the person whose counterpart somebody is, -1 for nobody, and
// the first word of the phrase. A pronoun means the last person by name before
// it who is a subject, in its sentence or the one before.
func (c counterparts) possessor(noun int) (first, actor int) {
	p := c.doc.Child(noun, "nmod:poss")
	if p < 0 || p > noun {
		return noun, -1
	}
	if c.doc.Tokens[p].UPOS != "PRON" {
		return p, c.actorAt(p)
	}
	best, at := -1, -1
	for _, m := range c.lately(p) {
		if !c.isPerson(m) || !c.doc.Tokens[syntax.NameHead(c.doc, m.Head)].Has("nsubj") {
			continue
		}
		best, at = m.Actor, m.First
	}
	if at < 0 {
		return p, -1
	}
	return p, best
}

// origin gives the state that a noun's adjective or "from" names, nil for none.
func (c counterparts) origin(noun int) *knowledge.Actor {
	for child := range c.doc.Children(noun) {
		from := c.doc.Tokens[child].Has("nmod") && syntax.Preposition(c.doc, child) == "from"
		if i := c.actorAt(child); i >= 0 && (from || c.doc.Tokens[child].Has("amod", "compound")) && c.actor(i).Kind == rapporteur.State {
			return c.actor(i).Known
		}
	}
	return nil
}

// counterpartIn gives the holder of a person's office in another state on the
// report's day. Of a head of state who governs, one who does not is no
// counterpart.
func (c counterparts) counterpartIn(person int, state *knowledge.Actor) *knowledge.Actor {
	a := c.actor(person)
	if state == nil || a.Known == nil || a.For == state.ID {
		return nil
	}
	for _, t := range a.Known.TermsOn(c.day) {
		if o := c.base.Offices().Of(t.Office, t.For); t.For != a.For || o == nil || !o.Sole || t.Office == "head-of-state" && c.ceremonialHead(t.For) != c.ceremonialHead(state.ID) {
			continue
		}
		if found := c.base.Terms().Holders(t.Office, state.ID, c.day); len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// ceremonialHead reports whether the head of a state does not govern it.
func (c counterparts) ceremonialHead(state string) bool {
	return c.base.Is(strings.ToLower(state), "head of state in name")
}

// linkLatter links "the latter" and "the former", said of nobody else, to the
// two persons of the sentence before.
func (c counterparts) linkLatter() {
	for i, t := range c.doc.Tokens {
		word := strings.ToLower(t.Form)
		if i == 0 || word != "latter" && word != "former" || strings.ToLower(c.doc.Tokens[i-1].Form) != "the" || !t.Has("nsubj", "obj", "obl", "nmod") || c.covered(i) {
			continue
		}
		if pair := c.twoBefore(i); pair != nil {
			m := Mention{First: i - 1, Last: i + 1, Head: i, Actor: pair[0], Form: ByDescription}
			if word == "latter" {
				m.Actor = pair[1]
			}
			c.add(m)
		}
	}
}

// twoBefore gives the two persons that the sentence before a token, or its own
// up to it, names, in their order; nil where they are not two.
func (c counterparts) twoBefore(token int) []int {
	own := c.doc.SentenceOf(token)
	for _, sentence := range []int{own, own - 1} {
		var named []int
		for _, m := range c.mentionsIn(sentence, token) {
			if c.isPerson(m) && !slices.Contains(named, m.Actor) {
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
