package entities

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/entities/knowledge"
)

// inconsistencies notes what is odd in how a report names persons.
type inconsistencies struct {
	*discourse
	// settled are the holders of offices who were asked for.
	settled map[post]*knowledge.Actor
}

// noteNames notes a person who goes by a name that cannot be hers or his: the
// holder of an office under another name than the tables or the rest of the
// report give, or two names alike for one office. Both places are shown.
func (c *inconsistencies) noteNames() {
	soles := map[post][]*personName{}
	for i := range c.names.list {
		n := &c.names.list[i]
		if n.other {
			c.noteOtherName(n)
			c.conflictingName(i, soles)
		} else if m := c.conflictingName(i, soles); m != nil {
			c.note("inconsistent-name", fmt.Sprintf("the %s is named %q and %q", c.postWords(n), c.written(m), c.written(n)), c.evidence(m)[0], c.evidence(n)[0])
		}
	}
}

// noteOtherName shows where the holder of an office is named wrongly and, if
// the report has it, rightly.
func (c *inconsistencies) noteOtherName(n *personName) {
	a := c.actor(n.actor)
	if soundsAlike(n.words, knowledge.Words(a.Name)) {
		return // another way to write the name
	}
	for _, i := range c.names.full[n.actor] {
		if m := &c.names.list[i]; !m.other {
			c.note("inconsistent-name", fmt.Sprintf("the %s is named %q and %q", c.postWords(n), c.written(m), c.written(n)), c.evidence(m)[0], c.evidence(n)[0])
			return
		}
	}
	c.note("inconsistent-name", fmt.Sprintf("the %s is named %q here; on that day it is %s", c.postWords(n), c.written(n), a.Name), c.evidence(n)...)
}

// soundsAlike reports whether two names are one, written in another way: "Abdel-Fattah
// al-Sissi" and "Abdel Fattah el-Sisi". Articles within them do not count.
func soundsAlike(a, b []string) bool {
	sound := func(words []string) string {
		spoken := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "al" || w == "el" || w == "ul" })
		return knowledge.Sound(strings.Join(spoken, ""))
	}
	return sound(a) == sound(b)
}

// conflictingName finds an earlier name for the same office of one holder that is partly
// the same and yet another actor of the report, one whom no table knows; or one
// that the office is settled on, where the report has the other speak by it.
func (c *inconsistencies) conflictingName(i int, soles map[post][]*personName) *personName {
	n := &c.names.list[i]
	if !c.hasSoleOffice(n) || len(n.words) < 2 {
		return nil
	}
	held := c.postOf(n)
	earlier := soles[held]
	soles[held] = append(earlier, n)
	for _, m := range earlier {
		if m.actor == n.actor {
			continue
		}
		unknown := c.actor(m.actor).Known == nil || c.actor(n.actor).Known == nil
		alike := m.words[0] == n.words[0] || m.words[len(m.words)-1] == n.words[len(n.words)-1]
		if unknown && (alike || c.conflictingHolder(m, n)) {
			return m
		}
	}
	return nil
}

// conflictingHolder reports whether a name that no table knows speaks by an office of state
// whose settled holder the report names too; who is only told of may be one of
// another time.
func (c *inconsistencies) conflictingHolder(holder, other *personName) bool {
	k := c.actor(holder.actor).Known
	if k == nil || c.settledHolder(c.postOf(holder)) != k || c.ofAnotherTime(other.First) || c.inQuotation(other.First) {
		return false
	}
	o := c.postOf(other).office
	return (o == "head-of-state" || o == "head-of-government" || o == "foreign-minister" || o == "defence-minister") && c.speaks(other)
}

// speaks reports whether the report has somebody say something under a name.
func (c *inconsistencies) speaks(n *personName) bool {
	return c.hasSource(n.begin, n.Last)
}

// hasSoleOffice reports whether a name goes with an office that one person holds, of a
// state or body that the text gives, as of the report's day.
func (c *inconsistencies) hasSoleOffice(n *personName) bool {
	if n.actor < 0 || n.office < 0 {
		return false
	}
	p := c.offices.phrases[n.office]
	return p.actor != nil && !p.former && !p.plural && p.office().Sole && !c.qualified(p)
}

// post is an office of a state or body.
type post struct{ office, actor string }

func (d *discourse) postOf(n *personName) post {
	p := d.offices.phrases[n.office]
	return post{p.office().ID, p.actor.ID}
}

func (c *inconsistencies) postWords(n *personName) string {
	p := c.offices.phrases[n.office]
	return strings.TrimSpace(p.actor.Name + " " + c.doc.Words(c.doc.Bytes(p.First, p.Last)))
}

func (c *inconsistencies) written(n *personName) string {
	return c.doc.Words(c.doc.Bytes(n.First, n.Last))
}

// qualified reports whether a word in or just before an office phrase, or
// behind it, says that somebody else may hold it.
func (c *inconsistencies) qualified(p officePhrase) bool {
	end := min(p.Last+1, len(c.words))
	for i := max(0, p.First-3); i < end; i++ {
		for _, w := range c.words[i] {
			if c.base.Is(w, "not in office") && !(w == "state" && i >= p.First) {
				return true
			}
		}
	}
	return false
}
