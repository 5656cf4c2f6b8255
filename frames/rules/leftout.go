package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// leave lets those fill the party of an absence whom a noun stands for.
func (b *builder) leave(x *text, noun int) {
	found := slices.DeleteFunc(partiesOrSome(x, noun), func(a referent) bool { return !isLeft(x, a) })
	for _, a := range found {
		if m, ok := membersAt(x, a.token); ok && a.by == frames.ByReference {
			b.Fillers = append(b.Fillers, m)
			continue
		}
		b.point(frames.Party, a)
	}
	if m, ok := peopleAt(x, noun); ok && len(found) == 0 {
		b.Fillers = append(b.Fillers, m)
	}
}

// membersAt gives members of a party whom a token stands for by its plural: they are not
// the party.
func membersAt(x *text, token int) (frames.Filler, bool) {
	a := described(x, token)
	if !a.some() || !syntax.Plural(x.doc.Tokens[token]) || x.actors.Actor(a.actor).Sector != "party" {
		return frames.Filler{}, false
	}
	return people(x, token), true
}

// peopleAt gives people of some sort at a token that stands for nobody known.
func peopleAt(x *text, token int) (frames.Filler, bool) {
	t := x.doc.Tokens[token]
	if described(x, token).some() || !syntax.Plural(t) || t.UPOS != "PROPN" && !slices.ContainsFunc(agentive, func(end string) bool { return strings.HasSuffix(lower(t.Form), end) }) {
		return frames.Filler{}, false
	}
	return people(x, token), true
}

// agentive are the ends of plurals that people are called by.
var agentive = []string{"ers", "ors", "ists", "ians", "men", "women", "ants", "ents", "atives", "ees", "ates", "people", "businesses", "companies", "groups", "firms", "titans", "allies", "troops", "families", "activists", "officials"}

// people points at a noun as people whom its phrase describes.
func people(x *text, token int) frames.Filler {
	f := frames.Pointer(frames.Party, token)
	f.First, f.Last = syntax.NounCore(x.doc, token)
	if t := lower(x.doc.Tokens[f.First].Form); f.First < token && slices.Contains([]string{"the", "a", "any", "these", "those", "all"}, t) {
		f.First++
	}
	f.By = frames.ByPeople
	return f
}

// partiesOrSome gives the parties of a noun, those of "a number of ministers" too.
func partiesOrSome(x *text, noun int) []referent {
	if found := parties(x, noun); len(found) > 0 {
		return found
	}
	for c := range x.doc.Children(noun) {
		if x.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(x.doc, c, "of") {
			return parties(x, resolveRelative(x, c))
		}
	}
	return nil
}

// namedBehind gives the heads of the names in a sentence behind a token: "Absent from
// the dinner were A and B".
func namedBehind(x *text, token int) []int {
	var out []int
	for i := token + 1; i < syntax.Sentence(x.doc, token).Last; i++ {
		if m := x.actors.Mention(i); m != nil && m.Head == i && m.Actor >= 0 && m.Named && m.Place == nil {
			out = append(out, i)
		}
	}
	return out
}

// leftAt gives the tokens at a place beside a word of leaving out.
func leftAt(x *text, word int, place string) []int {
	switch place {
	case "subj":
		if a := accusedOf(x, word); a >= 0 {
			return []int{a}
		}
		subject, _, passive := argumentsOf(x, word)
		if t := x.doc.Tokens[word]; t.UPOS == "ADJ" && x.doc.Child(word, "nsubj") < 0 && (word == 0 || word <= syntax.Sentence(x.doc, word).First+2) {
			return namedBehind(x, word)
		}
		if passive && x.doc.Tokens[word].UPOS == "VERB" {
			return single(syntax.Agent(x.doc, word))
		}
		return single(subject)
	case "obj":
		subject, object, passive := argumentsOf(x, word)
		switch {
		case passive && subject >= 0:
			return []int{subject}
		case passive || object < 0 && x.doc.Tokens[word].XPOS == "VBN" && syntax.Auxiliary(x.doc, word, "have") < 0:
			return single(resolveRelative(x, syntax.ParticipleSubject(x.doc, word)))
		}
		return single(object)
	case "nsubj":
		return single(resolveRelative(x, x.doc.Child(word, "nsubj")))
	case "have":
		if h := x.doc.Tokens[word].Head; h >= 0 && x.doc.Tokens[word].Has("obj") && slices.Contains([]string{"have", "get", "receive", "give", "offer"}, x.doc.Tokens[h].Lemma) {
			owner, _, _ := argumentsOf(x, h)
			return single(owner)
		}
		return nil
	}
	return slot(x, word, place)
}

// accusedOf gives whom somebody is accused or criticised for doing what a word says, -1
// where there is none: "accused them of skipping it".
func accusedOf(x *text, word int) int {
	for hops := 0; hops < governed; hops++ {
		t := x.doc.Tokens[word]
		if t.Head < 0 || !t.Has("xcomp", "advcl", "acl") || t.Has("acl:relcl") || x.doc.Child(word, "nsubj") >= 0 {
			return -1
		}
		word = t.Head
		if slices.Contains([]string{"accuse", "blame", "criticise", "condemn", "fault", "rebuke", "slam"}, x.doc.Tokens[word].Lemma) {
			return x.doc.Child(word, "obj")
		}
	}
	return -1
}

// isLeft reports whether an actor can be said to be left out: somebody in particular, or
// people of some sort, but no outlet that only tells of it and nobody as vague as
// "countries".
func isLeft(x *text, who referent) bool {
	a := x.actors.Actor(who.actor)
	return isInvolved(x, who) || a.Kind == rapporteur.Organisation || a.Plural && !isVague(x, a.Name)
}
