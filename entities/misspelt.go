package entities

import (
	"fmt"

	"rapporteur/entities/knowledge"
)

// allowedSlips is how many letters may be wrong in a word of a name: one in a short word, two in a long one.
func allowedSlips(word string) int {
	switch n := len(word); {
	case n < 4:
		return 0
	case n < 6:
		return 1
	default:
		return 2
	}
}

// misspelt finds the one known person whom a name a letter or two off can
// mean: the first name or the family name is right and the other one nearly.
// The holder of the office that the text gives comes first.
func (l *personLinker) misspelt(n *personName) *knowledge.Actor {
	if n.office >= 0 {
		if k := l.holder(l.offices.phrases[n.office]); k != nil {
			if nearly(n.words, k) {
				l.noteSpelling(n, k)
				return k
			}
			if p := l.offices.phrases[n.office]; p.actor != nil && p.Last >= n.begin-1 && sharesFirstName(n.words, k) {
				n.other = true
				return k
			}
		}
	}
	var found *knowledge.Actor
	for _, word := range []string{n.words[0], n.words[len(n.words)-1]} {
		for _, k := range l.base.Persons().ByWord(word) {
			if k == found || !nearly(n.words, k) || !l.isCertainSlip(n.words, k) || !k.Serves(l.day) {
				continue
			}
			if found != nil {
				return nil
			}
			found = k
		}
	}
	if found != nil {
		l.noteSpelling(n, found)
	}
	return found
}

// nearly reports whether a name is another one's but for a letter or two.
func nearly(words []string, k *knowledge.Actor) bool {
	name := k.Words
	if len(name) != len(words) || len(words) < 2 {
		return false
	}
	wrong := 0
	for i, w := range words {
		d := knowledge.Distance(w, name[i], allowedSlips(name[i]))
		if d > allowedSlips(name[i]) {
			return false
		}
		wrong += d
	}
	return wrong <= 2 && (words[0] == name[0] || words[len(words)-1] == name[len(name)-1])
}

// isCertainSlip reports whether a name that nothing else supports can only be a slip of
// the pen: beside a given name that many have, short family names a letter
// apart are those of different people.
func (l *personLinker) isCertainSlip(words []string, k *knowledge.Actor) bool {
	family, written := k.Words[len(k.Words)-1], words[len(words)-1]
	if written == family || len(l.base.Persons().ByWord(words[0])) <= rareGivenName {
		return true
	}
	return len(family) >= 9 || len(family) >= 7 && knowledge.Distance(written, family, 1) == 1
}

// rareGivenName is the number of known persons up to which a given name is a rare one.
const rareGivenName = 2

// sharesFirstName reports whether the first names are the same, or nearly.
func sharesFirstName(words []string, k *knowledge.Actor) bool {
	name := k.Words
	return len(words[0]) > 3 && knowledge.Distance(words[0], name[0], 2) <= 2
}

func (l *personLinker) noteSpelling(n *personName, k *knowledge.Actor) {
	written := l.doc.Words(l.doc.Bytes(n.First, n.Last))
	if knowledge.Fold(written) == knowledge.Fold(k.Name) {
		return
	}
	l.notices = append(l.notices, Notice{Kind: "misspelt-name", Message: fmt.Sprintf("%q looks like a misspelling of %s", written, k.Name), Evidence: l.evidence(n)})
}
