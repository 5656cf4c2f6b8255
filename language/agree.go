package language

import (
	"cmp"
	"slices"
)

// agreement makes the names of a report agree: within one report a name stands
// for one thing (Gale, Church & Yarowsky 1992, of the senses of words). The
// class that most of its mentions have holds for all, and a word alone that
// ends a person's full name is that person. Its memory is reused.
type agreement struct {
	mentions []mention
	surnames []string
	acronyms acronyms
}

// mention is a name by its text and its index in the document.
type mention struct {
	text string
	name int
}

// settle gives the names of a document the classes agreed on.
func (a *agreement) settle(d *Document) {
	a.expand(d)
	a.mentions, a.surnames = a.mentions[:0], a.surnames[:0]
	for i, n := range d.Names {
		a.mentions = append(a.mentions, mention{d.Words(d.Bytes(n.First, n.Last)), i})
		if n.Class == PersonName && n.Last-n.First > 1 {
			a.surnames = append(a.surnames, d.Tokens[n.Last-1].Form)
		}
	}
	slices.SortFunc(a.mentions, func(x, y mention) int {
		return cmp.Or(cmp.Compare(x.text, y.text), cmp.Compare(x.name, y.name))
	})
	slices.Sort(a.surnames)
	for first := 0; first < len(a.mentions); {
		last := first + 1
		for last < len(a.mentions) && a.mentions[last].text == a.mentions[first].text {
			last++
		}
		a.vote(d, a.mentions[first:last])
		first = last
	}
}

// vote settles the mentions of one name: two thirds of them decide. A place
// found twice stays one though a person's name ends in it.
func (a *agreement) vote(d *Document, same []mention) {
	class, votes := majority(d, same)
	agreed := 3*votes >= 2*len(same)
	if _, found := slices.BinarySearch(a.surnames, same[0].text); found && !(agreed && votes > 1 && class == PlaceName) {
		class = PersonName
	} else if !agreed {
		return
	}
	for _, m := range same {
		d.Names[m.name].Class = class
	}
}

// majority is the class that most mentions have, the first of equals.
func majority(d *Document, same []mention) (best NameClass, votes int) {
	var counts [16]struct {
		class NameClass
		votes int
	}
	for _, m := range same {
		class, i := d.Names[m.name].Class, 0
		for counts[i].votes > 0 && counts[i].class != class {
			i++
		}
		counts[i].class = class
		counts[i].votes++
	}
	for _, c := range counts {
		if c.votes > votes {
			best, votes = c.class, c.votes
		}
	}
	return best, votes
}
