package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// moodEvents reads what speakers say that their own side will not or cannot do
// as a refusal, and what they say others must do as a demand.
func moodEvents(x *text, taken map[int]bool) []event {
	var out []event
	for i, t := range x.doc.Tokens {
		if t.UPOS != "VERB" && (t.UPOS != "ADJ" || syntax.MoodOf(x.doc, i) != "must") || taken[i] || syntax.Questioned(x.doc, i) {
			continue
		}
		if d, ok := moodEvent(x, i); ok {
			out = append(out, d)
		}
	}
	return out
}

func moodEvent(x *text, i int) (event, bool) {
	d := event{trigger: i, rule: "mood in a statement", modality: rapporteur.Happened, claimedBy: nobody()}
	speaker := claimant(x, i)
	if !isParty(x, speaker) || x.actors.Actor(speaker.actor).Kind == rapporteur.Person && x.actors.Actor(speaker.actor).For == "" || !x.doc.Tokens[i].Has("ccomp", "root", "conj", "parataxis", "xcomp") {
		return d, false
	}
	subject, _, _ := argumentsOf(x, i)
	if subject < 0 {
		return d, false
	}
	own := sameSide(x, actorAt(x, subject), speaker)
	mood := syntax.MoodOf(x.doc, i)
	d.actors = []referent{speaker}
	switch {
	case own && syntax.Negated(x.doc, i) && mood == "will" && !x.lexicon.classes["forbearing"][x.doc.Tokens[i].Lemma]:
		f := x.lexicon.acts["refuse"]
		d.construction, d.recipients = &f, partiesUnder(x, i, d.actors)
		if endures(x, i) && len(d.recipients) == 0 {
			return d, false
		}
	case !own && mood == "must" && !syntax.Inverted(x.doc, i) && !isOpenCondition(x, i):
		f := x.lexicon.acts["demand"]
		d.construction = &f
		if m := x.actors.Mention(subject); m != nil && m.Head == subject || x.lexicon.classes["force"][x.doc.Tokens[subject].Lemma] {
			d.recipients = slices.DeleteFunc(parties(x, subject), func(a referent) bool {
				return !isParty(x, a) || !x.actors.Actor(a.actor).Identified() || sameSide(x, a, speaker)
			})
		}
		return d, len(d.recipients) > 0
	default:
		return d, false
	}
	return d, true
}

// endures reports whether a verb that is negated says that somebody holds out, and not
// what is refused: "will not give up".
func endures(x *text, verb int) bool {
	return x.lexicon.classes["enduring"][x.doc.Tokens[verb].Lemma] && x.doc.Child(verb, "obj", "xcomp", "ccomp") < 0
}
