package entities

import (
	"strings"

	"rapporteur/entities/knowledge"
)

// articles are particles of family names that are written in several ways, so
// that one stands for the other: "al-Sisi" is "el-Sisi".
var articles = map[string]bool{"al": true, "el": true}

// further are particles that familyName leaves before the family name.
var further = map[string]bool{"da": true, "di": true, "du": true, "dos": true, "la": true, "ter": true, "ten": true, "abu": true}

// familyAlone reports whether a name is a family name with its particles and
// nothing else: "De Wever", "al-Sharaa", "van der Berg".
func (n *personName) familyAlone() bool {
	last := len(n.words) - 1
	for _, w := range n.words[:max(last, 0)] {
		if !knowledge.Particle(w) && !further[w] && !articles[w] {
			return false
		}
	}
	return last > 0
}

// withParticle gives the person whom a family name with its particles means: one
// of the report whose name ends in the same words, so that "Van Jones" is no
// "Alex Jones"; else, behind an article joined by a hyphen, who is known by the
// family name alone. -1 for none.
func (l *linker) withParticle(n *personName) int {
	if !n.familyAlone() {
		return -1
	}
	var found []int
	for _, i := range l.people().byEnding[n.words[len(n.words)-1]] {
		if l.mayBeOf(i, n.title.Gender) && endsIn(l.people().words[i], n.words) {
			found = append(found, i)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1:
		return l.lastOf(n.nth, found)
	case articles[n.words[0]] && strings.Contains(l.doc.Words(l.doc.Bytes(n.First, n.Last)), "-"):
		if k := l.wellKnown(n, n.words[len(n.words)-1]); k != nil {
			return l.known(k)
		}
	}
	return -1
}

// endsIn reports whether a name of more words ends in others; one article stands
// for the other.
func endsIn(name, words []string) bool {
	skip := len(name) - len(words)
	if skip <= 0 {
		return false
	}
	for i, w := range words {
		if x := name[skip+i]; x != w && !(articles[x] && articles[w]) {
			return false
		}
	}
	return true
}
