package entities

import (
	"slices"

	"rapporteur/entities/knowledge"
)

// byGivenName reports whether a name has a title that goes with a given name:
// Prince, Sheikh, Sir.
func (d *discourse) byGivenName(n *personName) bool {
	return d.base.Is(n.address, "before a given name")
}

// styleTitles tells people of one given name by the titles that they bear: a Sheikh
// Mohammed is neither the King nor the Prince of that name.
type styleTitles struct{ *discourse }

// mayBe reports whether an actor of the report can be addressed by a title: one by
// which the report has addressed the person before, else one that fits.
func (l styleTitles) mayBe(actor int, title string) bool {
	if _, ok := l.names.addressed[address{actor, title}]; ok {
		return true
	}
	if l.names.titled[actor] {
		return false
	}
	a := l.actor(actor)
	if a.Known != nil {
		return l.bears(a.Known, title)
	}
	return !l.hasStyles(string(a.State)) || l.base.Is(title, "style of "+string(a.State))
}

// bears reports whether somebody known bears a title: the tables have a name with
// it, or it is one of the state's; where neither says anything, any may be.
func (l styleTitles) bears(k *knowledge.Actor, address string) bool {
	if l.named(k, address) {
		return true
	}
	if l.hasStyles(k.State) {
		return l.base.Is(address, "style of "+k.State) && !l.knownByTitle(k)
	}
	return !l.knownByTitle(k)
}

// styles are the titles that rulers and their kin bear.
var styles = []string{"king", "queen", "prince", "princess", "sheikh", "emir", "sultan", "pope"}

// knownByTitle reports whether the tables know somebody by a title.
func (l styleTitles) knownByTitle(k *knowledge.Actor) bool {
	return slices.ContainsFunc(styles, func(t string) bool { return l.named(k, t) })
}

// named reports whether the tables have a name of somebody with a title.
func (l styleTitles) named(k *knowledge.Actor, address string) bool {
	return len(k.Words) > 0 && k.Words[0] == address ||
		slices.ContainsFunc(l.base.Find(address+" "+k.Name), func(s knowledge.Sense) bool { return s.Actor == k })
}

// hasStyles reports whether the tables tell which titles a state has.
func (l styleTitles) hasStyles(state string) bool {
	return state != "" && slices.ContainsFunc(styles, func(t string) bool { return l.base.Is(t, "style of "+state) })
}

// addressedSo keeps of several the ones whom the report has addressed by the title
// of a name before, all where it has none.
func (l styleTitles) addressedSo(n *personName, bearers []int) []int {
	var kept []int
	for _, i := range bearers {
		if first, ok := l.names.addressed[address{i, n.address}]; ok && first < n.nth {
			kept = append(kept, i)
		}
	}
	if kept == nil {
		return bearers
	}
	return kept
}

// sameGivenName reports whether two given names are one, written in two ways:
// Mohammed, Mohamed.
func sameGivenName(a, b string) bool { return a == b || knowledge.Sound(a) == knowledge.Sound(b) }

// goesBy reports whether somebody known is called by a title and a given name: no
// man of that family name.
func (l styleTitles) goesBy(k *knowledge.Actor, address, word string) bool {
	own := len(k.Words) > 0 && sameGivenName(k.Words[0], word) || l.knownByTitle(k) && knowledge.Fold(k.Family) == word
	return own && l.bears(k, address)
}
