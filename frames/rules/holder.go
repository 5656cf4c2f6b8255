package rules

import (
	"slices"

	"rapporteur/language/syntax"
)

// holdersOfStance gives whose stance a word shows: its subjects; for a noun the
// subject of its verb ("sees no role for") or, where nothing but "there is"
// holds it, who says so.
func holdersOfStance(x *text, i int, pos string, takes []string) []referent {
	at := i
	if pos == "own" {
		return whoseStance(x, i)
	}
	if pos == "adj" && slices.Contains(takes, "subject") {
		if syntax.JudgedObject(x.doc, i) >= 0 {
			subject, _, _ := argumentsOf(x, x.doc.Tokens[i].Head)
			return parties(x, subject)
		}
		if speaker := claimant(x, i); speaker.some() {
			return []referent{speaker}
		}
		return nil
	}
	if pos == "noun" {
		h := x.doc.Tokens[i].Head
		if h < 0 {
			return nil
		}
		if x.doc.Child(h, "expl") >= 0 || x.doc.Child(i, "expl") >= 0 {
			if speaker := claimant(x, i); speaker.some() {
				return []referent{speaker}
			}
			return nil
		}
		if !x.doc.Tokens[i].Has("obj") {
			return nil
		}
		at = h
	}
	switch pos {
	case "prep":
		at = x.doc.Tokens[i].Head
	case "pred":
		if h := x.doc.Tokens[i].Head; x.doc.Tokens[i].Has("obl") && syntax.HasPreposition(x.doc, i, "in") && x.lexicon.classes["speaking for"][x.doc.Tokens[h].Lemma] {
			at = x.doc.Tokens[i].Head // spoke in favour of
		} else if x.doc.Child(i, "cop") < 0 {
			return nil
		}
	}
	subject, _, passive := argumentsOf(x, at)
	if speaker := claimant(x, i); (pos == "pred" || pos == "adj") && speaker.some() && len(parties(x, subject)) == 0 && x.doc.Child(at, "expl") >= 0 {
		return []referent{speaker} // it is time to, it was ready to
	}
	if c := x.doc.Child(at, "cop"); pos == "adj" && c >= 0 && x.doc.Tokens[c].XPOS == "VBG" {
		if speaker := claimant(x, i); speaker.some() {
			return []referent{speaker} // "it means being ready to …": the speaker is
		}
	}
	if passive {
		subject = syntax.Agent(x.doc, at)
	}
	if subject >= 0 && x.doc.Tokens[subject].Has("appos") {
		subject = x.doc.Tokens[subject].Head // Hungary, a member which …
	}
	return parties(x, subject)
}

// whoseStance gives whose noun of stance it is: "Sudan's demand", "a Sudanese demand",
// and for "repeated its demand" who does.
func whoseStance(x *text, noun int) []referent {
	if c := x.doc.Child(noun, "nmod:poss"); c >= 0 {
		if found := parties(x, c); len(found) > 0 {
			return found
		}
	}
	return origins(x, noun)
}
