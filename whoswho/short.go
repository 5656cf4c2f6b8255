package whoswho

import (
	"sort"
	"strings"

	"rapporteur"
)

// shortName links a single word: to a person of the report whose family name
// it is (or first name, after "Sir"), else to the one known person whom that
// name alone can mean on that day.
func (l *linker) shortName(n *personName) int {
	word := n.words[0]
	byGiven := n.address == "sir" || n.address == "dame" || n.address == "prince" || n.address == "princess" || n.address == "king" || n.address == "queen" || n.address == "pope"
	found := -1
	for i := range l.cast.Actors {
		a := &l.cast.Actors[i]
		if a.Kind != rapporteur.Person || n.title.gender != 0 && a.Gender != 0 && a.Gender != n.title.gender {
			continue
		}
		if a.Family == word || lastWord(a.Family) == word || (byGiven || a.Family == "") && firstWord(a.Name) == word {
			if found >= 0 && found != i {
				return l.nearest(n, found, i)
			}
			found = i
		}
	}
	if found >= 0 {
		return found
	}
	if k := l.wellKnown(n, word); k != nil {
		return l.known(k)
	}
	if i := l.oneOff(word); i >= 0 {
		return i
	}
	if n.post >= 0 {
		if k := l.holder(l.posts[n.post]); k != nil && distance(lastWord(joined(k.Family)), word, 2) <= 2 {
			return l.known(k)
		}
	}
	return l.newPerson(n)
}

func lastWord(name string) string {
	return name[strings.LastIndexByte(name, ' ')+1:]
}

func firstWord(name string) string {
	if w := fold(name); len(w) > 0 {
		return w[0]
	}
	return ""
}

// nearest picks of two namesakes in a report the one named last before.
func (l *linker) nearest(n *personName, a, b int) int {
	best, at := -1, -1
	for _, p := range l.persons {
		if (p.actor == a || p.actor == b) && p.First < n.First && p.First > at && len(p.words) > 1 {
			best, at = p.actor, p.First
		}
	}
	return best
}

// ranks order offices by how far their holders are known by family name alone.
var ranks = map[string]int{"head-of-state": 1, "head-of-government": 1, "supreme-leader": 1, "head-of-body": 2, "foreign-minister": 2, "crown-prince": 2, "foreign-policy-chief": 2, "defence-minister": 3, "national-security-adviser": 3, "special-envoy": 3, "chief-negotiator": 3, "group-leader": 3}

// wellKnown finds the known person whom a family name alone means on the day:
// the only one of the highest rank who serves.
func (l *linker) wellKnown(n *personName, word string) *Known {
	people := l.byFamily[word]
	if n.post >= 0 {
		if k := l.holder(l.posts[n.post]); k != nil {
			for _, p := range people {
				if p == k {
					return k
				}
			}
		}
	}
	type ranked struct {
		*Known
		rank int
	}
	var serving []ranked
	for _, k := range people {
		best := 9
		for _, t := range k.TermsOn(l.day) {
			if r := ranks[t.Office]; r > 0 {
				best = min(best, r)
			}
		}
		if best < 9 {
			serving = append(serving, ranked{k, best})
		}
	}
	sort.SliceStable(serving, func(i, j int) bool { return serving[i].rank < serving[j].rank })
	if len(serving) == 0 || len(serving) > 1 && serving[0].rank == serving[1].rank {
		return nil
	}
	return serving[0].Known
}
