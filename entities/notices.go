package entities

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// noticer notes what is odd in how persons are named.
type noticer struct{ *linker }

// noteNames notes a person who goes by a name that cannot be hers or his: the
// holder of an office under another name than the tables or the rest of the
// report give, or two names alike for one office. Both places are shown.
func (l noticer) noteNames() {
	soles := map[post][]*personName{}
	for i := range l.persons {
		n := &l.persons[i]
		if n.other {
			l.noteOtherName(n)
			l.rival(i, soles)
		} else if m := l.rival(i, soles); m != nil {
			l.note("inconsistent-name", fmt.Sprintf("the %s is named %q and %q", l.postWords(n), l.written(m), l.written(n)), l.evidence(m)[0], l.evidence(n)[0])
		}
	}
}

// noteOtherName shows where the holder of an office is named wrongly and, if
// the report has it, rightly.
func (l noticer) noteOtherName(n *personName) {
	a := &l.cast.Actors[n.actor]
	if soundsAlike(n.words, knowledge.Words(a.Name)) {
		return // another way to write the name
	}
	for _, i := range l.names.full[n.actor] {
		if m := &l.persons[i]; !m.other {
			l.note("inconsistent-name", fmt.Sprintf("the %s is named %q and %q", l.postWords(n), l.written(m), l.written(n)), l.evidence(m)[0], l.evidence(n)[0])
			return
		}
	}
	l.note("inconsistent-name", fmt.Sprintf("the %s is named %q here; on that day it is %s", l.postWords(n), l.written(n), a.Name), l.evidence(n)...)
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

// rival finds an earlier name for the same office of one holder that is partly
// the same and yet another actor of the report, one whom no table knows; or one
// that the office is settled on, where the report has the other speak by it.
func (l noticer) rival(i int, soles map[post][]*personName) *personName {
	n := &l.persons[i]
	if !l.sole(n) || len(n.words) < 2 {
		return nil
	}
	held := l.postOf(n)
	earlier := soles[held]
	soles[held] = append(earlier, n)
	for _, m := range earlier {
		if m.actor == n.actor {
			continue
		}
		unknown := l.cast.Actors[m.actor].Known == nil || l.cast.Actors[n.actor].Known == nil
		alike := m.words[0] == n.words[0] || m.words[len(m.words)-1] == n.words[len(n.words)-1]
		if unknown && (alike || l.usurps(m, n)) {
			return m
		}
	}
	return nil
}

// usurps reports whether a name that no table knows speaks by an office of state
// whose settled holder the report names too; who is only told of may be one of
// another time.
func (l noticer) usurps(holder, other *personName) bool {
	k := l.cast.Actors[holder.actor].Known
	if k == nil || l.settled(l.postOf(holder)) != k || l.past(other.First) || l.quoted(other.First) {
		return false
	}
	o := l.postOf(other).office
	return (o == "head-of-state" || o == "head-of-government" || o == "foreign-minister" || o == "defence-minister") && l.speaks(other)
}

// speaks reports whether the report has somebody say something under a name.
func (l noticer) speaks(n *personName) bool {
	for t := n.begin; t < n.Last; t++ {
		if _, says := l.sourcesSaid().of[t]; says {
			return true
		}
	}
	return false
}

// sole reports whether a name goes with an office that one person holds, of a
// state or body that the text gives, as of the report's day.
func (l noticer) sole(n *personName) bool {
	if n.actor < 0 || n.post < 0 {
		return false
	}
	p := l.offices.posts[n.post]
	return p.actor != nil && !p.former && !p.plural && l.office(p).Sole && !l.qualified(p)
}

// post is an office of a state or body.
type post struct{ office, actor string }

func (l *linker) postOf(n *personName) post {
	p := l.offices.posts[n.post]
	return post{l.office(p).ID, p.actor.ID}
}

func (l noticer) postWords(n *personName) string {
	p := l.offices.posts[n.post]
	return strings.TrimSpace(p.actor.Name + " " + l.doc.Words(l.doc.Bytes(p.First, p.Last)))
}

func (l noticer) written(n *personName) string {
	return l.doc.Words(l.doc.Bytes(n.First, n.Last))
}

// qualified reports whether a word in or just before an office phrase, or
// behind it, says that somebody else may hold it.
func (l noticer) qualified(p postPhrase) bool {
	end := min(p.Last+1, len(l.words))
	for i := max(0, p.First-3); i < end; i++ {
		for _, w := range l.words[i] {
			if l.base.Is(w, "not in office") && !(w == "state" && i >= p.First) {
				return true
			}
		}
	}
	return false
}

// noteOffices notes an office given to somebody known who did not hold it on
// the report's day, where the tables know who did.
func (l noticer) noteOffices() {
	for i := range l.persons {
		n := &l.persons[i]
		if n.other || !l.sole(n) || len(n.words) < 2 || l.quoted(n.First) || l.past(n.First) {
			continue
		}
		k := l.cast.Actors[n.actor].Known
		if k == nil || l.foreign(k, l.offices.posts[n.post]) || l.holdsAlike(k, l.offices.posts[n.post]) {
			continue
		}
		if holder := l.settled(l.postOf(n)); holder != nil && holder != k && !l.heldBefore(k, n) {
			l.note("office-not-held", fmt.Sprintf("%s is called the %s; on %s it was %s", k.Name, l.postWords(n), l.day, holder.Name), l.evidence(n)...)
		}
	}
}

// foreign reports whether a person is of another state than the office: then
// the office more likely is another one's, and the phrase was misread.
func (l noticer) foreign(k *knowledge.Actor, p postPhrase) bool {
	return k.State != "" && p.actor.State != "" && k.State != p.actor.State
}

// quoted reports whether a token stands in somebody's words.
func (l noticer) quoted(token int) bool {
	a := l.attribution(token)
	return a != nil && frames.ModeOf(a) != rapporteur.Indirect
}

// margin is the number of days around a change of office within which no
// notice is made.
const margin = 31

// past reports whether the sentence of a token speaks of another time: it has
// a date more than a month from the report's.
func (l noticer) past(token int) bool {
	s := syntax.Sentence(l.doc, token)
	whole := l.doc.Bytes(s.First, s.Last)
	k, _ := slices.BinarySearchFunc(l.doc.Dates, whole.Start, func(d language.Date, start int) int { return d.End - start })
	for _, d := range l.doc.Dates[k:] {
		if d.Start >= whole.End {
			break
		}
		if whole.Overlaps(d.Range) && !knowledge.Covers(shift(l.day, -margin), shift(l.day, margin), string(d.Value)) {
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

// settled gives the one who holds a post on the report's day, a month before
// it and a month after it, nil where it is not one and the same.
func (l noticer) settled(p post) *knowledge.Actor {
	if k, ok := l.settledOn[p]; ok {
		return k
	}
	holder := l.holderThroughout(p)
	l.settledOn[p] = holder
	return holder
}

// holderThroughout is settled without what was found before.
func (l noticer) holderThroughout(p post) *knowledge.Actor {
	var holder *knowledge.Actor
	for _, day := range []string{l.day, shift(l.day, -margin), shift(l.day, margin)} {
		found := l.base.Holders(p.office, p.actor, day)
		if len(found) != 1 || holder != nil && found[0] != holder {
			return nil
		}
		holder = found[0]
	}
	return holder
}

// holdsAlike reports whether somebody holds an office of the same name
// elsewhere, or one in a body or region of the state.
func (l noticer) holdsAlike(k *knowledge.Actor, p postPhrase) bool {
	for _, t := range k.TermsOn(l.day) {
		if slices.ContainsFunc(p.senses, func(s knowledge.OfficeSense) bool { return s.ID == t.Office }) {
			return true
		}
		if of := l.base.Actor(t.For); of != nil && of.ID != p.actor.ID && of.State == p.actor.ID {
			return true
		}
	}
	return false
}

// heldBefore reports whether somebody held the post at an earlier time and so
// may be called by it in hindsight; not where the report has the person speak
// now.
func (l noticer) heldBefore(k *knowledge.Actor, n *personName) bool {
	held := slices.ContainsFunc(k.Terms, func(t *knowledge.Term) bool {
		return t.Office == l.postOf(n).office && t.For == l.postOf(n).actor && t.From <= l.day
	})
	return held && !l.speaks(n)
}
