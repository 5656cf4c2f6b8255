package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/frames/rules"
	"rapporteur/language"
)

// links are who the words of a report stand for, as readers of frames ask for it and
// as the fillers of their frames are resolved.
type links struct {
	*entities.Links
	doc   *language.Document
	rules *rules.Reader
	// published is the day of the report.
	published rapporteur.Date
	// actors and mentions are kept as rules see them.
	actors   []*rules.Actor
	mentions []*rules.Mention
	base     *knowledge.Base
	// groups are the actors behind those of linking: people whom it does not know.
	groups []rapporteur.Actor
	// side is whom actors act for of whom linking does not know it.
	side []string
	// told are the states that the report tells of, nil until asked for.
}

func newLinks(doc *language.Document, linked *entities.Links, base *knowledge.Base, found *rules.Reader) *links {
	l := &links{Links: linked, base: base, doc: doc, rules: found, published: doc.Report.Published, mentions: make([]*rules.Mention, linked.Mentions()), actors: make([]*rules.Actor, linked.Actors())}
	l.settleSides()
	return l
}

// Mention gives the mention that covers a token, nil for none.
func (l *links) Mention(token int) *rules.Mention { return l.seen(l.MentionAt(token)) }

// Phrase gives the mention of which a token is the head, a description too.
func (l *links) Phrase(head int) *rules.Mention { return l.seen(l.Links.Phrase(head)) }

// seen gives a mention as rules see it, nil for none.
func (l *links) seen(mention int) *rules.Mention {
	if mention < 0 {
		return nil
	}
	if l.mentions[mention] == nil {
		m := l.Links.Mention(mention)
		l.mentions[mention] = &rules.Mention{
			First: m.First, Last: m.Last, Head: m.Head, Actor: m.Actor, Pair: m.Pair, Place: m.Place,
			Named: m.Form == entities.ByProperName, Pronoun: m.Form == entities.ByPronoun, Own: m.Sort == knowledge.ByName,
		}
	}
	return l.mentions[mention]
}

// Actor gives an actor by its number.
func (l *links) Actor(actor int) *rules.Actor {
	if l.actors[actor] == nil {
		a := l.Links.Actor(actor)
		seen := &rules.Actor{ID: a.ID, Name: a.Name, Kind: a.Kind, State: string(a.State), For: a.For, Plural: a.Plural, Known: a.Known != nil, Document: a.Source}
		if a.Known != nil {
			seen.Sector = a.Known.Sector
		}
		if actor < len(l.side) && l.side[actor] != "" {
			seen.For, seen.State = l.side[actor], l.side[actor]
		}
		for _, r := range a.Roles {
			seen.Sectors = append(seen.Sectors, string(r.Sector))
		}
		l.actors[actor] = seen
	}
	return l.actors[actor]
}

// Describe gives the actor that the noun phrase of a head token stands for.
func (l *links) Describe(head int) int { return l.Referent(head) }

// filler gives the actor that a filler stands for, -1 for none.
func (l *links) filler(f frames.Filler) int {
	switch f.By {
	case frames.ByPeople:
		return l.people(f)
	case frames.ByTerritory:
		return l.Territory(f.Head)
	case frames.ByLocation:
		return l.Location(f.Head)
	case frames.ByFirst, frames.BySecond:
		two := l.Pair
		if m := l.Mention(f.Head); m != nil && m.Pair != nil {
			two = func(int) []int { return m.Pair }
		}
		if pair, i := two(f.Head), int(f.By-frames.ByFirst); i < len(pair) {
			return pair[i]
		}
		return -1
	}
	return l.Describe(l.Faced(f.Head))
}

// fillers gives the actors that fill a role of a frame.
func (l *links) fillers(f *frames.Frame, role frames.Role) []int {
	var out []int
	for _, x := range f.Of(role) {
		if a := l.filler(x); a >= 0 {
			out = append(out, a)
		}
	}
	return out
}

// claimant gives on whose word a frame rests, -1 for the reporter's own.
func (l *links) claimant(f *frames.Frame) int {
	if all := l.fillers(f, frames.Claimant); len(all) > 0 {
		return all[0]
	}
	return -1
}

// place gives the place of a frame, nil for none.
func (l *links) place(f *frames.Frame) *rapporteur.Place {
	if m := l.Mention(f.Head(frames.Place)); m != nil {
		return m.Place
	}
	return nil
}

// ids gives the ids of actors.
func (l *links) ids(actors []int) []string {
	out := []string{}
	for _, i := range actors {
		out = append(out, l.Actor(i).ID)
	}
	return out
}

// press reports whether an actor is an outlet, which meets people to ask them.
func (l *links) press(actor int) bool { return l.rules.Press(l.Actor(actor)) }

// sameSide reports whether two actors act for the same state or body.
func (l *links) sameSide(a, b int) bool {
	return a == b || l.Actor(a).Side() == l.Actor(b).Side()
}

// sides gives whom each actor acts for, by its id.
func (l *links) sides() map[string]string {
	out := map[string]string{}
	for i := range l.Actors() {
		if a := l.Actor(i); a.For != "" {
			out[a.ID] = a.For
		}
	}
	return out
}
