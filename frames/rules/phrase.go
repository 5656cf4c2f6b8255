package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// partiesUnder gives the parties named among what a verb governs.
func partiesUnder(x *text, verb int, skip []referent) []referent {
	var out []referent
	first, last := x.doc.Yield(verb)
	for i := max(first, verb); i < last; i++ {
		if a := actorAt(x, i); isParty(x, a) && x.actors.Actor(a.actor).Identified() && !compatriot(x, a, skip) && !syntax.PronounOwns(x.doc, i) && !sharesSide(x, a, skip) && !sharesSide(x, a, out) {
			out = append(out, a)
		}
	}
	return out
}

// parties gives the actors of a noun phrase: the noun's and those joined or
// set beside it, and where a common noun has none, the states of its
// adjectives: "Russian and American diplomats".
func parties(x *text, head int) []referent {
	if head < 0 {
		return nil
	}
	var out []referent
	var walk func(token int)
	walk = func(token int) {
		for _, i := range partiesOfNoun(x, token) {
			out = withReferent(out, i)
		}
		for c := range x.doc.Children(token) {
			t := x.doc.Tokens[c]
			if t.Has("appos") && !standsBeside(x, token, c) {
				continue
			}
			if t.Has("conj", "appos", "list") && t.UPOS != "VERB" && !syntax.ButNot(x.doc, c) && !behindColon(x, token, c) {
				walk(c)
			}
		}
	}
	walk(head)
	return out
}

// partiesOfNoun gives the actors of a noun alone.
func partiesOfNoun(x *text, token int) []referent {
	m := x.actors.Mention(token)
	if m != nil && m.Pair != nil {
		return likePair(x, token, m.Pair)
	}
	if from := sendersOf(x, token); len(from) > 1 {
		return from
	}
	if describesName(x, token) {
		return nil // his counterpart Xi: the name that follows is the actor
	}
	if m != nil && m.Actor >= 0 {
		return []referent{{actor: m.Actor, token: token}}
	}
	mods := origins(x, token)
	states := slices.DeleteFunc(slices.Clone(mods), func(r referent) bool { return x.doc.Tokens[r.token].UPOS == "PRON" })
	if len(states) > 1 {
		return states // Russian and American diplomats; his Belgian counterpart is one
	}
	if i := described(x, token); i.some() {
		return []referent{i}
	}
	return mods
}

// behindColon reports whether a colon stands between two words: in a headline who
// says it follows there.
func behindColon(x *text, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if x.doc.Tokens[i].Form == ":" {
			return true
		}
	}
	return false
}

// sendersOf gives the sides behind a noun for people: "representatives from
// Iran and the P5+1", "the leaders of Serbia and Kosovo".
func sendersOf(x *text, head int) []referent {
	if t := x.doc.Tokens[head]; t.UPOS != "NOUN" {
		return nil
	}
	var out []referent
	for c := range x.doc.Children(head) {
		if x.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(x.doc, c, "from", "of") {
			for _, i := range coordinated(x, c) {
				if isParty(x, i) {
					out = append(out, i)
				}
			}
		}
	}
	return out
}

// origins gives the states and bodies among the modifiers of a noun.
func origins(x *text, head int) []referent {
	var out []referent
	var walk func(token int)
	walk = func(token int) {
		for c := range x.doc.Children(token) {
			t := x.doc.Tokens[c]
			if !t.Has("amod", "compound", "nmod:poss", "conj") || c > head || t.Has("conj") && token == head {
				continue
			}
			if m := x.actors.Mention(c); m != nil && m.Actor >= 0 && !among(out, m.Actor) && !(m.First <= head && head < m.Last && m.Head != head) {
				out = append(out, actorAt(x, c))
			}
			walk(c)
		}
	}
	walk(head)
	return out
}

// coordinated gives the actors that a noun and those joined to it stand for:
// "Trump and Putin". What stands in the ranges outside does not count.
func coordinated(x *text, head int, outside ...language.Range) []referent {
	if head < 0 {
		return nil
	}
	var out []referent
	add := func(token int) {
		i := described(x, token)
		if m := x.actors.Mention(token); m != nil && m.Pair != nil {
			out = append(out, both(token, m.Pair)...)
		} else {
			out = withReferent(out, i)
		}
	}
	add(head)
	for c := range x.doc.Children(head) {
		if x.doc.Tokens[c].Has("conj") && x.doc.Tokens[c].UPOS != "VERB" && !syntax.OverlapsAny(x.doc.Tokens[c].Range, outside) && !syntax.JoinsApposition(x.doc, head, c) && !syntax.ButNot(x.doc, c) {
			add(c)
		}
	}
	return out
}

// describesName reports whether a noun is only the description of the name set
// beside it: "the king's son, Prince Ali".
func describesName(x *text, token int) bool {
	if x.doc.Tokens[token].UPOS != "NOUN" || inProperName(x, token) {
		return false
	}
	for c := range x.doc.Children(token) {
		if x.doc.Tokens[c].Has("appos") && c > token && inProperName(x, c) {
			return standsBeside(x, token, c)
		}
	}
	return false
}

// standsBeside reports whether what is set beside a noun names its actor: not
// the land of a town, nor the description that follows a name.
func standsBeside(x *text, noun, beside int) bool {
	if m := x.actors.Mention(beside); m != nil && m.Place != nil && x.doc.Tokens[noun].XPOS != "NNS" {
		return false // the minister in Riyadh, Saudi Arabia
	}
	return !inProperName(x, noun) || inProperName(x, beside)
}

// likePair keeps two actors where they are what a noun calls them: "the two
// leaders" are no states.
func likePair(x *text, token int, pair []int) []referent {
	switch x.doc.Tokens[token].Lemma {
	case "leader", "president", "minister", "man", "woman", "diplomat", "official", "counterpart":
		for _, i := range pair {
			if x.actors.Actor(i).Kind != rapporteur.Person {
				return nil
			}
		}
	}
	return both(token, pair)
}

// attendees are the parties of a noun phrase, and behind a "they" that no actor
// was found for, those named side by side before it.
func attendees(x *text, head int) []referent {
	if head >= 0 && unclearThey(x, head) {
		return pairAt(x, head)
	}
	return parties(x, head)
}

// pairAt gives the two named side by side before a token: the sides where they
// were named, else who was for them.
func pairAt(x *text, token int) []referent { return both(token, x.actors.Pair(token)) }
