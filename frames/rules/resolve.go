package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Resolve gives frames that point at heads of phrases with fillers that stand for
// somebody: where the head is a thing, whom it belongs to ("Kostrel's ports", "the
// Veldrian plan"), where it is one of some group, the group, and a place for the state
// whose land it is where it is what an act is done to. Fillers that stand for nobody
// are left out.
func (r *Reader) Resolve(doc *language.Document, all, statements []frames.Frame, actors Actors) []frames.Frame {
	x := r.text(doc, statements, actors)
	var out []frames.Frame
	for i := range all {
		f := all[i]
		f.Fillers = nil
		for _, filler := range all[i].Fillers {
			f.Fillers = append(f.Fillers, resolved(x, filler)...)
		}
		if f.Kind == frames.Position && f.Head(frames.Holder) < 0 || f.Kind == frames.Absence && f.Head(frames.Party) < 0 {
			continue // nobody's
		}
		if f.Kind == frames.Absence && isDoubtful(x, &f) {
			continue
		}
		if f.Kind == frames.Position && !held(x, &f) {
			continue
		}
		if f.Kind == frames.Meeting && !isBorneOut(x, &f) {
			continue
		}
		if f.Kind == frames.Event && (isOpposed(x, f.Trigger) || f.Type == "REJECT" && isGivenUp(x, f.Trigger)) {
			continue // what somebody keeps from happening
		}
		if f.Kind == frames.Event && isPlayed(x, f.Trigger, f.Type) {
			continue
		}
		if f.Kind == frames.Event {
			suppose(x, &f)
			turnPassive(x, &f)
			turnOutward(x, &f)
		}
		out = append(out, furnished(x, &f))
	}
	return out
}

// held reports whether a position is not denied, asked or what only a condition supposes.
func held(x *text, f *frames.Frame) bool {
	t := f.Trigger
	return !isDenied(x, t) && !syntax.Questioned(x.doc, t) && !isGivenUp(x, t) && !(x.doc.Tokens[t].UPOS == "VERB" && x.doc.Tokens[t].Has("advcl") && isOpenCondition(x, t))
}

// isGivenUp reports whether a noun names what somebody gives up: "lifted its objection".
func isGivenUp(x *text, noun int) bool {
	t := x.doc.Tokens[noun]
	return t.UPOS == "NOUN" && t.Has("obj", "nsubj:pass") && t.Head >= 0 && x.lexicon.classes["giving up"][x.doc.Tokens[t.Head].Lemma]
}

// turnPassive drops from those who do what a passive tells its subject, and the agent from
// those to whom it is done, where both are there: "Oslo was promised tanks by Bergen".
func turnPassive(x *text, f *frames.Frame) {
	agent, subject := x.doc.Child(f.Trigger, "obl:agent"), x.doc.Child(f.Trigger, "nsubj:pass")
	if agent < 0 || subject < 0 || !actorAt(x, agent).some() {
		return
	}
	done := func(role frames.Role, at int) bool {
		return slices.ContainsFunc(f.Of(role), func(o frames.Filler) bool { return x.doc.Governs(at, o.Head) })
	}
	if !done(frames.Agent, agent) {
		return
	}
	f.Fillers = slices.DeleteFunc(f.Fillers, func(o frames.Filler) bool {
		return o.Role == frames.Agent && x.doc.Governs(subject, o.Head) || o.Role == frames.Patient && x.doc.Governs(agent, o.Head)
	})
}

// turnOutward drops those who do a deed from those to whom it is done, but for several
// who do it to one another.
func turnOutward(x *text, f *frames.Frame) {
	agents := f.Of(frames.Agent)
	var own []referent
	for _, a := range agents {
		own = append(own, described(x, a.Head))
	}
	doesIt := func(p frames.Filler) bool {
		return p.Role == frames.Patient && slices.ContainsFunc(agents, func(a frames.Filler) bool {
			return a.Head == p.Head || described(x, a.Head).actor == described(x, p.Head).actor
		})
	}
	if differentSides(x, own) && !slices.ContainsFunc(f.Of(frames.Patient), func(p frames.Filler) bool { return !doesIt(p) }) {
		return
	}
	f.Fillers = slices.DeleteFunc(f.Fillers, doesIt)
}

// furnished adds to a frame what tables tell: the code, the mode, the contexts and the
// hedge of an event, topic and outcome of a meeting, the red line of a position, and
// the day and place that words under the trigger name where nothing was found.
func furnished(x *text, f *frames.Frame) frames.Frame {
	b := copyOf(f)
	if f.Kind == frames.Statement || f.Kind == frames.Absence {
		return b.Frame
	}
	if frames.When(x.doc, f, frames.Date) == "" {
		b.Fillers = slices.DeleteFunc(b.Fillers, func(f frames.Filler) bool { return f.Role == frames.Date })
		b.date(dateOf(x, f.Trigger))
	}
	b.Fillers = slices.DeleteFunc(b.Fillers, func(f frames.Filler) bool { return f.Role == frames.Place && !isPlaceName(x, f.Head) })
	if b.Head(frames.Place) < 0 && f.Kind != frames.Position {
		b.pointAt(frames.Place, placeOf(x, f.Trigger))
	}
	switch f.Kind {
	case frames.Event:
		coded(x, b)
	case frames.Meeting:
		m := newMeeting(f.Trigger, f.Type, f.Maker)
		if m.status = rapporteur.Status(f.Attribute(frames.Status)); m.status == "" {
			m.status = rapporteur.Held
		}
		b.span(frames.Topic, topicOf(x, f.Trigger))
		b.span(frames.Outcome, outcomeOf(x, &m))
	case frames.Position:
		b.span(frames.RedLine, redLine(x, f.Trigger))
		restanced(x, b)
		if isPlain(x, b) {
			b.Set(frames.Plain, "tree")
		}
		grouped(x, b)
		claimed(x, b)
	}
	return b.Frame
}

// coded adds to the frame of an event its mode, contexts, code and hedge.
func coded(x *text, b *builder) {
	c := constructionOf(x, b.Trigger)
	if c == nil || c.plover.Type != b.Type {
		c = &construction{plover: rapporteur.Plover{Type: b.Type}}
	}
	contexts, code := contextsOf(x, &event{construction: c, trigger: b.Trigger}), string(c.cameo)
	if code == "" {
		code = x.lexicon.codes.Cameo(b.Type, string(c.plover.Mode), contexts...)
	}
	b.Set(frames.EventMode, string(c.plover.Mode))
	b.Set(frames.Contexts, strings.Join(contexts, ","))
	b.Set(frames.Cameo, code)
	b.Set(frames.Hedge, hedgeOf(x, b.Trigger))
	if x.lexicon.types[b.Type].open {
		b.Set(frames.About, contentVerb(x, b.Trigger))
	}
}

// resolved gives the fillers that one stands for.
func resolved(x *text, f frames.Filler) []frames.Filler {
	var who []referent
	switch f.Role {
	case frames.Excluded:
		return nil // who is left out, frames of absences tell better
	case frames.Holder, frames.Participant, frames.Host, frames.Mediator, frames.Party:
		if who = partiesOfNoun(x, f.Head); len(who) == 0 {
			who = whom(x, f.Head, false)
		}
	case frames.Agent:
		who = whom(x, f.Head, false)
	case frames.Patient:
		who = whom(x, f.Head, true)
	default:
		return []frames.Filler{f}
	}
	if f.Role == frames.Agent || f.Role == frames.Patient {
		who = slices.DeleteFunc(who, func(r referent) bool { return !isInvolved(x, r) })
	}
	var out []frames.Filler
	if f.Role == frames.Party {
		b := builder{}
		b.leave(x, f.Head)
		if len(b.Fillers) == 1 && b.Fillers[0].By == frames.ByPeople {
			b.Fillers[0].Probability = f.Probability
			return b.Fillers
		}
	}
	for _, w := range who {
		out = append(out, frames.Filler{Role: f.Role, Head: w.token, Tokens: f.Tokens, By: w.by, Probability: f.Probability})
	}
	return out
}

// whom gives the actors that a word stands for.
func whom(x *text, token int, struck bool) []referent {
	found := partiesOfNoun(x, token)
	if of := memberships(x, token, found); len(of) > 0 {
		return of
	}
	if slices.ContainsFunc(found, func(r referent) bool { return isInvolved(x, r) && known(x, r) }) {
		return found
	}
	for _, owners := range [][]referent{origins(x, token), possessors(x, token, 2)} {
		if len(owners) > 0 && slices.ContainsFunc(owners, func(r referent) bool { return known(x, r) }) {
			return owners
		}
	}
	if struck {
		if land := landholders(x, token, 2); len(land) > 0 {
			return land
		}
	}
	return found
}

// memberships gives the bodies of which people are members or troops that the words
// before them name: "Hamas gunmen", "NATO countries". None for anybody else.
func memberships(x *text, token int, found []referent) []referent {
	if len(found) != 1 || x.doc.Tokens[token].UPOS != "NOUN" || found[0].token != token {
		return nil
	}
	if a := x.actors.Actor(found[0].actor); a.Known || !a.Plural {
		return nil
	}
	return slices.DeleteFunc(origins(x, token), func(r referent) bool {
		a := x.actors.Actor(r.actor)
		return a.Kind != rapporteur.Organisation || isPress(x, r)
	})
}

// known reports whether it is told who somebody is, or whom he belongs to.
func known(x *text, r referent) bool {
	return r.some() && (x.actors.Actor(r.actor).Identified() || x.actors.Actor(r.actor).Kind == "person" || x.actors.Actor(r.actor).Kind == "organisation")
}

// isPlaceName reports whether a token names a place.
func isPlaceName(x *text, token int) bool {
	m := x.actors.Mention(token)
	return m != nil && m.Place != nil
}

// Modifiers gives the words before a head that say which one it is or whose: its
// adjectives, what it is compounded with, its possessors, and those of these.
func Modifiers(doc *language.Document, head int) []int {
	var out []int
	for i := doc.Sentences[doc.SentenceOf(head)].First; i < head; i++ {
		if doc.Tokens[i].Has("amod", "compound", "nmod:poss") && doc.Governs(head, i) {
			out = append(out, i)
		}
	}
	return out
}
