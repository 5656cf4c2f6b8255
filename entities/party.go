package entities

import (
	"sort"
	"strings"

	"rapporteur"
	"rapporteur/language"
)

// partyKind is what a pair is made of: persons, or sides, which are states, bodies and
// those for whom persons act.
type partyKind uint8

const (
	sides partyKind = iota
	persons
)

// party gives the actor that a mention stands for in a pair, -1 where it can be none.
func (d *discourse) party(m Mention, kind partyKind) int {
	i, a := m.Actor, d.actor(m.Actor)
	switch {
	case kind == persons:
		if a.Kind != rapporteur.Person {
			return -1
		}
	case a.Kind == rapporteur.State, a.Kind == rapporteur.Group && a.Known != nil, a.Kind == rapporteur.Organisation && a.State == "" && a.Known != nil && a.Known.Sector != "media":
	case a.Kind == rapporteur.Person && a.For != "":
		side := d.base.Actor(a.For)
		if side == nil {
			return -1
		}
		i = d.known(side)
	default:
		return -1
	}
	if c := d.doc.Child(m.Head, "case"); m.Place != nil && c >= 0 && d.doc.Tokens[c].Lemma == "in" {
		return -1
	}
	return i
}

// orderedMentions are the mentions of actors in the order of the text.
type orderedMentions struct {
	doc  *language.Document
	list []Mention
	// byHead are their places in the order of their heads.
	byHead []int
}

func orderMentions(doc *language.Document, mentions []Mention) orderedMentions {
	o := orderedMentions{doc: doc}
	for _, m := range mentions {
		if m.Actor >= 0 {
			o.list = append(o.list, m)
		}
	}
	sort.SliceStable(o.list, func(i, j int) bool { return o.list[i].First < o.list[j].First })
	o.byHead = make([]int, len(o.list))
	for i := range o.byHead {
		o.byHead[i] = i
	}
	sort.SliceStable(o.byHead, func(i, j int) bool { return o.list[o.byHead[i]].Head < o.list[o.byHead[j]].Head })
	return o
}

// startingFrom gives the place of the first mention that begins at a token or behind it.
func (o orderedMentions) startingFrom(token int) int {
	return sort.Search(len(o.list), func(k int) bool { return o.list[k].First >= token })
}

// sideBySideBefore gives the two parties that were last named side by side, "Serbia and
// Kosovo", at most some sentences before a token; nil for none. party gives that of the
// mention at a place.
func (o orderedMentions) sideBySideBefore(token int, party func(place int) int) []int {
	next := -1
	for k := o.startingFrom(token) - 1; k >= 0; k-- {
		if o.list[k].Head >= token {
			continue
		}
		if next >= 0 {
			if o.doc.SentenceOf(token)-o.doc.SentenceOf(o.list[next].Head) > 2*reach {
				break
			}
			if o.sideBySide(&o.list[k], &o.list[next]) {
				if a, b := party(k), party(next); a >= 0 && b >= 0 && a != b {
					return []int{a, b}
				}
			}
		}
		next = k
	}
	return nil
}

// sideBySide reports whether nothing but "and", a hyphen or common words of the
// same phrase stands between two mentions.
func (o orderedMentions) sideBySide(a, b *Mention) bool {
	if b.First-a.Last > 2 || o.doc.SentenceOf(a.Head) != o.doc.SentenceOf(b.Head) {
		return false
	}
	joined := false
	for i := a.Last; i < b.First; i++ {
		switch strings.ToLower(o.doc.Tokens[i].Form) {
		case "and", "-", "–", "/":
			joined = true
		case "the":
		default:
			return false
		}
	}
	return joined
}
