package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// describe enters an actor for every description that is the source of an
// attribution and that no name covers: "a senior Iranian official".
func (l *linker) describe() {
	for k := range l.said {
		a := &l.said[k]
		if l.described(a.Head(frames.Source)) < 0 && a.Type != "decline" && (frames.Clausal(a) || l.isSource(a.Head(frames.Source))) {
			l.anyone(a.Head(frames.Source))
		}
		if l.described(a.Head(frames.Addressee)) < 0 {
			l.namedHearer(a.Head(frames.Addressee))
		}
	}
}

// isSource reports whether a token is a noun for a document or figures.
func (l *linker) isSource(head int) bool {
	return head >= 0 && l.base.Is(strings.ToLower(l.doc.Tokens[head].Lemma), "source")
}

// namedHearer enters a proper name that nobody knows and that something was
// told to: an outlet, more often than not.
func (l *linker) namedHearer(head int) {
	if head < 0 || l.cast.at[head] >= 0 || l.doc.Tokens[head].UPOS != "PROPN" {
		return
	}
	first, last := syntax.Description(l.doc, head)
	l.organisation(syntax.SkipDeterminer(l.doc, first, head), last)
	l.datelines = nil
}

// anyone enters a source that is nobody's in particular: an organ of no state
// that the report names ("the government"), a document or figures ("the survey"),
// several who say something ("military figures"), or a noun that is formed as one
// for people ("a beekeeper"). A ceasefire that is said to say so is a slip of the
// parser.
func (l *linker) anyone(head int) {
	if head < 0 || l.cast.at[head] >= 0 || l.doc.Tokens[head].UPOS != "NOUN" {
		return
	}
	first, last := syntax.Description(l.doc, head)
	if actor := l.bare(head, first, last); actor >= 0 {
		l.add(Mention{First: first, Last: last, Head: head, Actor: actor, Form: ByDescription})
	}
}

// bare makes the actor of such a source, -1 where it can be none.
func (l *linker) bare(head, first, last int) int {
	lemma := strings.ToLower(l.doc.Tokens[head].Lemma)
	name := l.doc.Words(l.doc.Bytes(syntax.SkipDeterminer(l.doc, first, head), last))
	n, listed := l.noun(head)
	switch {
	case listed && n.Kind == "organ":
		return l.stranger(name, rapporteur.Organisation, "")
	case l.base.Is(lemma, "source"):
		if i := l.issuer(head, first); i >= 0 {
			return i
		}
		i := l.stranger(name, rapporteur.Unnamed, "")
		l.cast.Actors[i].Source = true
		return i
	case l.base.Is(lemma, "thing"), !syntax.Plural(l.doc.Tokens[head]) && !agentive(lemma):
		return -1
	}
	return l.actorOf(knowledge.Noun{Kind: "person"}, first, head, last)
}

// issuer gives who speaks through a document: whose it is ("the ministry's
// statement"), or for "the statement" who was last said to speak in one. -1 where
// the report does not tell.
func (l *linker) issuer(head, first int) int {
	if o := l.doc.Child(head, "nmod:poss"); o >= 0 {
		l.anyone(o)
		return l.cast.ActorAt(o)
	}
	if i := l.author(head); i >= 0 {
		return i
	}
	if first == head || strings.ToLower(l.doc.Tokens[first].Form) != "the" {
		return -1
	}
	if i := l.takenUp(head); i >= 0 {
		return i // the paper
	}
	for _, k := range slices.Backward(l.saidIn(l.doc.Tokens[head].Lemma)) {
		a := &l.said[k]
		if frames.Cue(a) >= head {
			continue
		}
		if m := l.cast.At(a.Head(frames.Source)); m != nil && m.Actor >= 0 && m.Form != ByPronoun {
			return m.Actor
		}
	}
	return -1
}

// saidIn gives what is said in a document with a name: "said in a statement".
func (l *linker) saidIn(noun string) []int {
	if found, ok := l.documents[noun]; ok {
		return found
	}
	found := []int{}
	for k := range l.said {
		if a := &l.said[k]; a.Head(frames.Source) >= 0 && l.sayIn(frames.Cue(a), noun) {
			found = append(found, k)
		}
	}
	l.documents[noun] = found
	return found
}

// author gives the body whose name stands in front of a document, "a UN report",
// or behind it with "by" or "from"; -1 for none.
func (l *linker) author(head int) int {
	if i := l.publisher(head); i >= 0 {
		return i
	}
	for c := range l.doc.Children(head) {
		t := l.doc.Tokens[c]
		from := t.Has("nmod") && !t.Has("nmod:poss") && slices.Contains([]string{"by", "from"}, syntax.Preposition(l.doc, c))
		i := l.cast.ActorAt(c)
		if i < 0 && from {
			i = l.described(c)
		}
		if i < 0 || !from && !(t.Has("compound") && c < head) {
			continue
		}
		if from || l.cast.Actors[i].Kind == rapporteur.Organisation && l.cast.Actors[i].Known != nil {
			return i
		}
	}
	return -1
}

// publisher gives who issued, adopted or released a document, -1 for none.
func (l *linker) publisher(head int) int {
	for c := range l.doc.Children(head) {
		if t := l.doc.Tokens[c]; !t.Has("acl") || !l.base.Is(t.Lemma, "issue") {
			continue
		}
		if by := syntax.Agent(l.doc, c); by >= 0 {
			if l.described(by) < 0 {
				l.anyone(by)
			}
			return l.cast.ActorAt(by)
		}
	}
	return -1
}

// sayIn reports whether a noun stands around a cue: "said in a statement".
func (l *linker) sayIn(cue int, noun string) bool {
	sentence := syntax.Sentence(l.doc, cue)
	for i := sentence.First; i < sentence.Last; i++ {
		if t := l.doc.Tokens[i]; t.Lemma == noun && t.UPOS == "NOUN" && (t.Head == cue || i < cue && cue-i < 12 || i > cue && i-cue < 5) {
			return true
		}
	}
	return false
}

// agentive reports whether a noun has an ending of nouns for people.
func agentive(lemma string) bool {
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "woman", "ee", "eer"} {
		if strings.HasSuffix(lemma, ending) {
			return true
		}
	}
	return false
}

// described gives the actor that a noun phrase describes, -1 for none, and
// enters the mention.
func (l *linker) described(head int) int {
	if head < 0 {
		return -1
	}
	if m := l.cast.At(head); m != nil && (m.Actor >= 0 || m.Pair != nil) {
		return m.Actor
	}
	t := l.doc.Tokens[head]
	if t.UPOS == "NUM" {
		return l.someOf(head)
	}
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" {
		return -1
	}
	first, last := syntax.Description(l.doc, head)
	n, ok := l.noun(head)
	if !ok {
		return -1
	}
	if i := l.apposed(head, last, l.stateOf(first, head, last)); i >= 0 {
		l.add(Mention{First: first, Last: last, Head: head, Actor: i, Form: ByDescription})
		return i
	}
	if l.definite(first, head) && !(l.envoyAt(head) && l.doc.Child(head, "nmod") > head) {
		i := l.sameNoun(head)
		if i < 0 {
			i = l.takenUp(head)
		}
		if i >= 0 {
			l.add(Mention{First: first, Last: last, Head: head, Actor: i, Form: ByDescription})
			return i
		}
	}
	actor := l.actorOf(n, first, head, last)
	if actor >= 0 {
		l.add(Mention{First: first, Last: last, Head: head, Actor: actor, Form: ByDescription})
	}
	return actor
}

// someOf enters the actor of "one of the officials": nobody's name, but the side
// of the officials. -1 where they are no people.
func (l *linker) someOf(number int) int {
	of := l.doc.Child(number, "nmod")
	if of < 0 || syntax.Preposition(l.doc, of) != "of" {
		return -1
	}
	n, ok := l.noun(of)
	whole := l.described(of)
	if whole < 0 || !ok || n.Kind != "person" {
		return -1
	}
	first, last := number, of+1
	i := l.stranger(l.doc.Words(l.doc.Bytes(first, last)), rapporteur.Unnamed, string(l.cast.Actors[whole].State))
	l.setSide(i, l.cast.Actors[whole].For)
	l.add(Mention{First: first, Last: last, Head: number, Actor: i, Form: ByDescription})
	return i
}

// apposed gives the person whose name stands beside a description: "his Iranian
// counterpart, Mohammad Javad Zarif". Where the parser hung the name elsewhere,
// the comma and the state of both decide.
func (l *linker) apposed(head, last int, state *knowledge.Actor) int {
	if last+1 < len(l.doc.Tokens) && l.doc.Tokens[last].Form == "," && state != nil {
		if m := l.cast.At(last + 1); m != nil && m.Actor >= 0 && m.First == last+1 && m.Form == ByProperName {
			if a := &l.cast.Actors[m.Actor]; a.Kind == rapporteur.Person && a.For == state.ID {
				return m.Actor
			}
		}
	}
	for c := range l.doc.Children(head) {
		if !l.doc.Tokens[c].Has("appos") {
			continue
		}
		m := l.cast.At(c)
		if m == nil || m.Actor < 0 || m.Form != ByProperName {
			continue
		}
		switch l.cast.Actors[m.Actor].Kind {
		case rapporteur.Person:
			return m.Actor
		case rapporteur.Organisation, rapporteur.Group:
			if m.First == head+1 || m.First == head+2 && l.doc.Tokens[head+1].UPOS == "DET" {
				return m.Actor // the watchdog Clean Water, the newspaper The Hour
			}
		}
	}
	return -1
}

// noun looks a head noun up, by its lemma and as written; an office phrase is
// a person.
func (l *linker) noun(head int) (knowledge.Noun, bool) {
	t := l.doc.Tokens[head]
	for _, key := range []string{strings.ToLower(t.Lemma), strings.ToLower(t.Form)} {
		if n, ok := l.base.Noun(key); ok {
			return n, true
		}
	}
	if p := l.offices.around(head); p != nil {
		return knowledge.Noun{Kind: "person", Plural: p.plural}, true
	}
	if head > 0 && l.doc.Tokens[head-1].Has("compound") && l.doc.Tokens[head-1].Head == head {
		n, ok := l.base.Noun(strings.ToLower(l.doc.Tokens[head-1].Form) + " " + strings.ToLower(t.Lemma)) // a radio station, no police station
		return n, ok
	}
	return knowledge.Noun{}, false
}

// actorOf makes the actor that a description stands for.
func (l *linker) actorOf(n knowledge.Noun, first, head, last int) int {
	state := l.stateOf(first, head, last)
	name := l.doc.Words(l.doc.Bytes(syntax.SkipDeterminer(l.doc, first, head), last))
	switch n.Kind {
	case "person":
		if state == nil {
			state = l.impliedBy(head)
		}
		if state == nil && !syntax.PronounOwns(l.doc, head) {
			state = l.homeOf(head)
		}
		i := l.stranger(name, rapporteur.Unnamed, stateID(state))
		a := &l.cast.Actors[i]
		a.Gender, a.Plural = n.Gender, syntax.Plural(l.doc.Tokens[head])
		if state != nil {
			l.setSide(i, l.speaksFor(head, state))
		}
		return i
	case "organ":
		if state == nil {
			state = l.homeOf(head)
		}
		if state == nil && l.doc.Child(head, "nmod:poss") < 0 {
			return -1
		}
		if state == nil {
			return l.stranger(name, rapporteur.Organisation, "")
		}
		if l.base.Is(strings.ToLower(l.doc.Tokens[head].Lemma), "government") && state.Kind == rapporteur.State {
			return l.known(state)
		}
		i := l.stranger(name, rapporteur.Organisation, stateID(state))
		l.setSide(i, forWhom(state, nil))
		return i
	case "group":
		if state == nil {
			state = l.homeOf(head)
		}
		if state != nil && state.Kind == rapporteur.Group && !syntax.Plural(l.doc.Tokens[head]) && syntax.PronounOwns(l.doc, head) {
			return l.known(state) // the leader of a movement calls it his
		}
		i := l.stranger(name, rapporteur.Group, stateID(state))
		l.cast.Actors[i].Plural = syntax.Plural(l.doc.Tokens[head])
		if state != nil && state.Kind == rapporteur.State && !l.base.Is(strings.TrimSuffix(strings.ToLower(l.doc.Tokens[head].Lemma), "s"), "official group") {
			l.setSide(i, "") // Sudanese rebels
		}
		return i
	}
	return -1
}

// impliedBy gives the state or body that alone has an office: a senior
// administration official is an American one. Nil where several have it.
func (l *linker) impliedBy(head int) *knowledge.Actor {
	if p := l.offices.around(head); p != nil && len(p.senses) == 1 && p.senses[0].For != "*" {
		return l.base.Actor(p.senses[0].For)
	}
	return nil
}

func stateID(k *knowledge.Actor) string {
	if k == nil {
		return ""
	}
	return k.State
}

// speaksFor gives the state or body in whose name a described person speaks:
// an official does, a resident or an analyst does not.
func (l *linker) speaksFor(head int, of *knowledge.Actor) string {
	if of.Kind == rapporteur.Collective {
		return "" // a Western diplomat
	}
	if p := l.offices.around(head); p != nil && !p.former && official(rapporteur.Text(l.office(*p).Sector)) {
		return forWhom(of, nil)
	}
	return ""
}
