package entities

import (
	"fmt"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// noteOffices notes an office given to somebody known who did not hold it on
// the report's day, where the tables know who did.
func (c *inconsistencies) noteOffices() {
	for i := range c.names.list {
		n := &c.names.list[i]
		if n.other || !c.hasSoleOffice(n) || len(n.words) < 2 || c.inQuotation(n.First) || c.ofAnotherTime(n.First) {
			continue
		}
		k := c.actor(n.actor).Known
		if k == nil || c.ofAnotherState(k, c.offices.phrases[n.office]) || c.holdsAlike(k, c.offices.phrases[n.office]) {
			continue
		}
		if holder := c.settledHolder(c.postOf(n)); holder != nil && holder != k && !c.heldBefore(k, n) {
			c.note("office-not-held", fmt.Sprintf("%s is called the %s; on %s it was %s", k.Name, c.postWords(n), c.day, holder.Name), c.evidence(n)...)
		}
	}
}

// ofAnotherState reports whether a person is of another state than the office: then
// the office more likely is another one's, and the phrase was misread.
func (c *inconsistencies) ofAnotherState(k *knowledge.Actor, p officePhrase) bool {
	return k.State != "" && p.actor.State != "" && k.State != p.actor.State
}

// inQuotation reports whether a token stands in somebody's words.
func (c *inconsistencies) inQuotation(token int) bool {
	a := c.attribution(token)
	return a != nil && frames.ModeOf(a) != rapporteur.Indirect
}

// margin is the number of days around a change of office within which no
// notice is made.
const margin = 31

// ofAnotherTime reports whether the sentence of a token speaks of another time: it has
// a date more than a month from the report's.
func (c *inconsistencies) ofAnotherTime(token int) bool {
	s := syntax.Sentence(c.doc, token)
	whole := c.doc.Bytes(s.First, s.Last)
	k, _ := slices.BinarySearchFunc(c.doc.Dates, whole.Start, func(d language.Date, start int) int { return d.End - start })
	for _, d := range c.doc.Dates[k:] {
		if d.Start >= whole.End {
			break
		}
		if whole.Overlaps(d.Range) && !knowledge.Covers(shift(c.day, -margin), shift(c.day, margin), string(d.Value)) {
			return true
		}
	}
	return false
}

// shift moves a day by some days; empty for what is no day.
func shift(day string, by int) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return d.AddDate(0, 0, by).Format(time.DateOnly)
}

// settledHolder gives the one who holds a post on the report's day, a month before
// it and a month after it, nil where it is not one and the same.
func (c *inconsistencies) settledHolder(p post) *knowledge.Actor {
	if k, ok := c.settled[p]; ok {
		return k
	}
	holder := c.holderThroughout(p)
	c.settled[p] = holder
	return holder
}

// holderThroughout is settled without what was found before.
func (c *inconsistencies) holderThroughout(p post) *knowledge.Actor {
	var holder *knowledge.Actor
	for _, day := range []string{c.day, shift(c.day, -margin), shift(c.day, margin)} {
		found := c.base.Terms().Holders(p.office, p.actor, day)
		if len(found) != 1 || holder != nil && found[0] != holder {
			return nil
		}
		holder = found[0]
	}
	return holder
}

// holdsAlike reports whether somebody holds an office of the same name
// elsewhere, or one in a body or region of the state.
func (c *inconsistencies) holdsAlike(k *knowledge.Actor, p officePhrase) bool {
	for _, t := range k.TermsOn(c.day) {
		if slices.ContainsFunc(p.senses, func(s knowledge.OfficeSense) bool { return s.ID == t.Office }) {
			return true
		}
		if of := c.base.Actor(t.For); of != nil && of.ID != p.actor.ID && of.State == p.actor.ID {
			return true
		}
	}
	return false
}

// heldBefore reports whether somebody held the post at an earlier time and so
// may be called by it in hindsight; not where the report has the person speak
// now.
func (c *inconsistencies) heldBefore(k *knowledge.Actor, n *personName) bool {
	held := slices.ContainsFunc(k.Terms, func(t *knowledge.Term) bool {
		return t.Office == c.postOf(n).office && t.For == c.postOf(n).actor && t.From <= c.day
	})
	return held && !c.speaks(n)
}
