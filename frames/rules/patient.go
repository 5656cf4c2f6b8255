package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language/syntax"
)

// patientsOf gives to whom a deed is done: at the first of some places that tells, the
// parties that are named or whose land it is, else whoever is named, else whom
// what is agreed, asked, refused or threatened is to be done to.
func patientsOf(x *text, i int, f *construction, actors []referent) []referent {
	bodily := x.lexicon.types[f.plover.Type].bodily
	for _, place := range f.recipient {
		if place == "each" && len(actors) > 1 {
			return slices.Clone(actors)
		}
		unfit := func(a referent) bool {
			return !isParty(x, a) || (strings.HasSuffix(place, ">mod") || !bodily) && sharesSide(x, a, actors) || strings.HasPrefix(place, "xcomp>") && !x.actors.Actor(a.actor).Identified()
		}
		all := referentsAt(x, i, []string{place}, actors)
		if out := slices.DeleteFunc(slices.Clone(all), unfit); len(out) > 0 {
			return slices.DeleteFunc(all, func(a referent) bool { return unfit(a) && x.actors.Actor(a.actor).Kind != rapporteur.Person })
		}
		if out := landholdersAt(x, i, place, f.plover.Type, actors); len(out) > 0 {
			return out
		}
	}
	if out := aimedAtBeside(x, i, f, actors); len(out) > 0 {
		return out
	}
	if slices.Contains(f.recipient, "between") {
		if out := sidesBefore(x, objectOf(x, i), actors); len(out) > 0 {
			return out
		}
	}
	if x.lexicon.types[f.plover.Type].open {
		if out := referentsAt(x, i, []string{"obj"}, actors); f.plover.Type == "REQUEST" && slices.Contains(f.recipient, "obj") && allPersons(x, out) {
			return out // ordered the former president to appear
		}
		if out := patientsOfContent(x, i, actors); len(out) > 0 {
			return out
		}
		own := slices.DeleteFunc(slices.Clone(f.recipient), func(p string) bool { return strings.HasPrefix(p, "xcomp>") })
		if out := slices.DeleteFunc(referentsAt(x, i, own, actors), func(a referent) bool { return sharesSide(x, a, actors) }); len(out) > 0 {
			return out
		}
		return concernedParty(x, i, actors, f.plover.Type == "AGREE" || f.plover.Type == "REQUEST")
	}
	if out := referentsAt(x, i, f.recipient, actors); len(out) > 0 {
		return out
	}
	if x.lexicon.types[f.plover.Type].bodily {
		for _, place := range []string{"in", "near", "at", "across"} {
			if out := landholdersAt(x, i, place, f.plover.Type, actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// landholdersAt gives whose land is named at a place: one's own for what is done to
// bodies and goods alone.
func landholdersAt(x *text, i int, place, typ string, own []referent) []referent {
	return firstSlot(x, i, []string{place}, func(t int, _ string) []referent {
		return slices.DeleteFunc(landholders(x, t, 2), func(a referent) bool { return sharesSide(x, a, own) && !x.lexicon.types[typ].bodily })
	})
}

// patientsOfContent gives the recipients of the deed that an infinitive or a clause
// behind a word tells, or where it tells none that we know, whoever is named in
// it.
func patientsOfContent(x *text, i int, actors []referent) []referent {
	for _, place := range []string{"xcomp", "ccomp"} {
		for _, c := range slot(x, i, place) {
			if f := constructionOf(x, c); f != nil && c != i {
				if out := patientsOf(x, c, f, actors); len(out) > 0 {
					return out
				}
			}
			if out := partiesUnder(x, c, actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// sidesBefore gives the sides of an accord that is told again by its noun, where
// it was told of last: "a truce between Mali and Chad … brokered the truce".
func sidesBefore(x *text, noun int, actors []referent) []referent {
	if noun < 0 || !syntax.Definite(x.doc, noun) {
		return nil
	}
	key := spellings(x, noun)[0]
	for _, i := range toldBefore(x, noun) {
		if spellings(x, i)[0] != key {
			continue
		}
		for c := range x.doc.Children(i) {
			if !syntax.HasPreposition(x.doc, c, "between", "with") {
				continue
			}
			if out := slices.DeleteFunc(parties(x, c), func(a referent) bool { return !isParty(x, a) || sharesSide(x, a, actors) }); len(out) > 1 {
				return out
			}
		}
	}
	return nil
}

// aimedAtBeside gives whom a deed is aimed at where a clause beside it says so: "imposed
// sanctions, targeting its banks".
func aimedAtBeside(x *text, i int, f *construction, actors []referent) []referent {
	if x.doc.Tokens[i].UPOS != "VERB" {
		return nil
	}
	for c := range x.doc.Children(i) {
		if t := x.doc.Tokens[c]; t.XPOS != "VBG" || !t.Has("advcl") || !x.lexicon.classes["aiming"][t.Lemma] {
			continue
		}
		for _, place := range []string{"obj", "at"} {
			if out := slices.DeleteFunc(referentsAt(x, c, []string{place}, actors), func(a referent) bool { return sharesSide(x, a, actors) }); len(out) > 0 {
				return out
			}
			if out := landholdersAt(x, c, place, f.plover.Type, actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// concernedParty gives the first party that is named in what a word is about, however
// deep, but not in clauses that say more of it: "rejected a call for troops to be
// sent to Mali". With near it is one that has a hand in it: agreeing on sanctions
// against Mali is not agreeing with Mali.
func concernedParty(x *text, i int, actors []referent, near bool) []referent {
	for _, head := range []int{i, lightVerb(x, i)} {
		for c := range x.doc.Children(max(head, 0)) {
			if head < 0 || c < i || !x.doc.Tokens[c].Has("obj", "obl", "nmod", "xcomp", "ccomp") || syntax.InDate(x.doc, c) || syntax.LedBy(x.doc, c, apart...) || syntax.HasPreposition(x.doc, c, "during", "until", "under") {
				continue
			}
			if a := firstPartyUnder(x, c, actors, near); a.some() {
				return []referent{a}
			}
		}
	}
	return nil
}

// firstPartyUnder gives the first party of another side in what a token governs, nobody
// for none.
func firstPartyUnder(x *text, token int, actors []referent, near bool) referent {
	first, last := x.doc.Yield(token)
	for k := first; k < last && !x.doc.Tokens[k].Has("acl:relcl", "advcl", "appos"); k++ {
		if near && (isMatter(x, k) || x.doc.Tokens[k].Has("compound", "obj") || x.doc.Tokens[k].Has("nmod:poss") && isMatter(x, x.doc.Tokens[k].Head)) {
			continue
		}
		if a := actorAt(x, k); isParty(x, a) && x.actors.Actor(a.actor).Identified() && !compatriot(x, a, actors) && !sharesSide(x, a, actors) {
			return a
		}
	}
	return nobody()
}

// isMatter reports whether a preposition makes a noun the matter of a deed rather
// than one who has a hand in it.
func isMatter(x *text, noun int) bool {
	return syntax.HasPreposition(x.doc, noun, "on", "against", "over", "in", "for", "about", "toward", "towards")
}
