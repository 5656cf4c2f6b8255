package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"slices"
	"strings"
)

// hitAt gives to whom a deed is done: at the first of some places that tells, the
// parties that are named or whose land it is, else whoever is named, else whom
// what is agreed, asked, refused or threatened is to be done to.
func (r *reading) hitAt(i int, f *frame, actors []int) []int {
	bodily := r.tables.types[f.plover.Type].bodily
	for _, place := range f.recipient {
		if place == "each" && len(actors) > 1 {
			return slices.Clone(actors)
		}
		unfit := func(a int) bool {
			return !r.party(a) || (strings.HasSuffix(place, ">mod") || !bodily) && r.sharesSide(a, actors) || strings.HasPrefix(place, "xcomp>") && !r.identified(a)
		}
		all := r.castAt(i, []string{place}, actors)
		if out := slices.DeleteFunc(slices.Clone(all), unfit); len(out) > 0 {
			return slices.DeleteFunc(all, func(a int) bool { return unfit(a) && r.cast.Actors[a].Kind != rapporteur.Person })
		}
		if out := r.landAt(i, place, f.plover.Type, actors); len(out) > 0 {
			return out
		}
	}
	if out := r.aimedAt(i, f, actors); len(out) > 0 {
		return out
	}
	if slices.Contains(f.recipient, "between") {
		if out := r.betweenBefore(r.done(i), actors); len(out) > 0 {
			return out
		}
	}
	if r.tables.types[f.plover.Type].open {
		if out := r.castAt(i, []string{"obj"}, actors); f.plover.Type == "REQUEST" && slices.Contains(f.recipient, "obj") && r.allPersons(out) {
			return out // ordered the former president to appear
		}
		if out := r.hitByContent(i, actors); len(out) > 0 {
			return out
		}
		own := slices.DeleteFunc(slices.Clone(f.recipient), func(p string) bool { return strings.HasPrefix(p, "xcomp>") })
		if out := slices.DeleteFunc(r.castAt(i, own, actors), func(a int) bool { return r.sharesSide(a, actors) }); len(out) > 0 {
			return out
		}
		return r.concerned(i, actors, f.plover.Type == "AGREE" || f.plover.Type == "REQUEST")
	}
	if out := r.castAt(i, f.recipient, actors); len(out) > 0 {
		return out
	}
	if r.tables.types[f.plover.Type].bodily {
		for _, place := range []string{"in", "near", "at", "across"} {
			if out := r.landAt(i, place, f.plover.Type, actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// landAt gives whose land is named at a place: one's own for what is done to
// bodies and goods alone.
func (r *reading) landAt(i int, place, typ string, own []int) []int {
	return r.firstOf(i, []string{place}, func(t int, _ string) []int {
		return slices.DeleteFunc(r.land(t, 2), func(a int) bool { return r.sharesSide(a, own) && !r.tables.types[typ].bodily })
	})
}

// hitByContent gives the recipients of the deed that an infinitive or a clause
// behind a word tells, or where it tells none that we know, whoever is named in
// it.
func (r *reading) hitByContent(i int, actors []int) []int {
	for _, place := range []string{"xcomp", "ccomp"} {
		for _, c := range r.argumentAt(i, place) {
			if f := r.frameOf(c); f != nil && c != i {
				if out := r.hitAt(c, f, actors); len(out) > 0 {
					return out
				}
			}
			if out := r.partiesIn(c, actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// betweenBefore gives the sides of an accord that is told again by its noun, where
// it was told of last: "a truce between Mali and Chad … brokered the truce".
func (r *reading) betweenBefore(noun int, actors []int) []int {
	if noun < 0 || !syntax.Definite(r.doc, noun) {
		return nil
	}
	key := r.spellings(noun)[0]
	for i := noun - 1; i >= 0; i-- {
		if r.doc.Tokens[i].UPOS != "NOUN" || r.spellings(i)[0] != key {
			continue
		}
		for c := range r.doc.Children(i) {
			if !syntax.HasPreposition(r.doc, c, "between", "with") {
				continue
			}
			if out := slices.DeleteFunc(r.parties(c), func(a int) bool { return !r.party(a) || r.sharesSide(a, actors) }); len(out) > 1 {
				return out
			}
		}
	}
	return nil
}

// aimedAt gives whom a deed is aimed at where a clause beside it says so: "imposed
// sanctions, targeting its banks".
func (r *reading) aimedAt(i int, f *frame, actors []int) []int {
	if r.doc.Tokens[i].UPOS != "VERB" {
		return nil
	}
	for c := range r.doc.Children(i) {
		if t := r.doc.Tokens[c]; t.XPOS != "VBG" || !t.Has("advcl") || !r.tables.classes["aiming"][t.Lemma] {
			continue
		}
		for _, place := range []string{"obj", "at"} {
			if out := slices.DeleteFunc(r.castAt(c, []string{place}, actors), func(a int) bool { return r.sharesSide(a, actors) }); len(out) > 0 {
				return out
			}
			if out := r.landAt(c, place, f.plover.Type, actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// concerned gives the first party that is named in what a word is about, however
// deep, but not in clauses that say more of it: "rejected a call for troops to be
// sent to Mali". With near it is one that has a hand in it: agreeing on sanctions
// against Mali is not agreeing with Mali.
func (r *reading) concerned(i int, actors []int, near bool) []int {
	for _, head := range []int{i, r.light(i)} {
		for c := range r.doc.Children(max(head, 0)) {
			if head < 0 || c < i || !r.doc.Tokens[c].Has("obj", "obl", "nmod", "xcomp", "ccomp") || syntax.InDate(r.doc, c) || syntax.LedBy(r.doc, c, apart...) || syntax.HasPreposition(r.doc, c, "during", "until", "under") {
				continue
			}
			if a := r.firstWithin(c, actors, near); a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// firstWithin gives the first party of another side in what a token governs, -1
// for none.
func (r *reading) firstWithin(token int, actors []int, near bool) int {
	first, last := r.doc.Yield(token)
	for k := first; k < last && !r.doc.Tokens[k].Has("acl:relcl", "advcl", "appos"); k++ {
		if near && (r.isMatter(k) || r.doc.Tokens[k].Has("compound", "obj") || r.doc.Tokens[k].Has("nmod:poss") && r.isMatter(r.doc.Tokens[k].Head)) {
			continue
		}
		if a := r.cast.ActorAt(k); r.party(a) && r.identified(a) && !r.compatriot(a, actors) && !r.sharesSide(a, actors) {
			return a
		}
	}
	return -1
}

// allPersons reports whether there are actors and all of them are persons by name.
func (r *reading) allPersons(actors []int) bool {
	return len(actors) > 0 && !slices.ContainsFunc(actors, func(a int) bool { return r.cast.Actors[a].Kind != rapporteur.Person })
}

// isMatter reports whether a preposition makes a noun the matter of a deed rather
// than one who has a hand in it.
func (r *reading) isMatter(noun int) bool {
	return syntax.HasPreposition(r.doc, noun, "on", "against", "over", "in", "for", "about", "toward", "towards")
}

// land gives the holder of the place that a noun names, or that it stands in,
// however deep: "a market in Aleppo", "the Crimean coast".
func (r *reading) land(t, depth int) []int {
	if a := r.cast.Territory(t); a >= 0 {
		return []int{a}
	}
	for c := range r.doc.Children(t) {
		k := r.doc.Tokens[c]
		if depth == 0 || !k.Has("compound", "nmod:poss", "appos", "flat") && !(k.Has("nmod", "obl") && syntax.HasPreposition(r.doc, c, "in", "of", "near", "on", "at", "across", "around", "from", "into", "to")) && !(k.Has("acl") && !k.Has("acl:relcl") && k.XPOS == "VBG") {
			continue
		}
		if out := r.land(c, depth-1); out != nil {
			return out
		}
	}
	return nil
}
