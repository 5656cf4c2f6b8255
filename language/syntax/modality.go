package syntax

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language"
)

// Suggested is the modality of what may, should or must be done: no event has it,
// a meeting has it as a status.
const Suggested rapporteur.Modality = "proposed"

// FormModality gives what a verb's own form says of what it tells: its tense,
// auxiliaries, negation and conjunction; empty for an infinitive, a participle beside
// another verb or a noun, which say nothing themselves.
func FormModality(doc *language.Document, token int) rapporteur.Modality {
	t := doc.Tokens[token]
	if t.UPOS != "VERB" && t.UPOS != "AUX" && doc.Child(token, "cop") < 0 {
		return ""
	}
	if Negated(doc, token) || Unshown(doc, token) {
		return rapporteur.Denied
	}
	m, perfect := auxiliaryModality(doc, token)
	if m != "" {
		return m
	}
	switch {
	case t.XPOS == "VB" && HeadlineInfinitive(doc, token):
		return rapporteur.Planned
	case t.XPOS == "VB" && t.Has("ccomp", "acl") && MarkedBy(doc, token, "that"), t.XPOS == "VBP" && Subjunctive(doc, token):
		return Suggested // insists that he meet her
	case t.XPOS == "VBG" && doc.Child(token, "aux") >= 0 && !perfect:
		return rapporteur.UnderWay
	case t.XPOS == "VBG" && t.Has("advcl", "acl") && !perfect:
		return ""
	case (t.XPOS == "VBZ" || t.XPOS == "VBP") && (MarkedBy(doc, token, "before") || MarkedBy(doc, token, "until")):
		return rapporteur.Planned // a week before she flies to Oslo
	case Tensed(t) || t.XPOS == "VBN" || perfect:
		return rapporteur.Happened
	}
	return ""
}

// auxiliaryModality gives what the first telling auxiliary or conjunction of a verb
// says, and else whether it stands in the perfect.
func auxiliaryModality(doc *language.Document, token int) (m rapporteur.Modality, perfect bool) {
	if Supposed(doc, token) {
		return rapporteur.Conditional, false
	}
	for c := range doc.Children(token) {
		k := doc.Tokens[c]
		switch {
		case k.Has("mark") && slices.Contains([]string{"if", "unless", "whether"}, k.Lemma):
			return rapporteur.Conditional, perfect
		case k.Has("aux", "cop"):
			switch strings.ToLower(k.Form) {
			case "would":
				if doc.Tokens[token].XPOS == "VBN" && Auxiliary(doc, token, "have") >= 0 {
					return rapporteur.Conditional, perfect // would have paid, had they asked
				}
				return rapporteur.Planned, perfect
			case "will", "'ll", "’ll", "shall", "wo":
				return rapporteur.Planned, perfect
			case "may", "might", "could", "should", "can", "must":
				return Suggested, perfect
			case "have", "has", "had":
				perfect = true
			case "is", "are", "be", "was", "were", "'s", "'re":
				if doc.Tokens[token].XPOS == "VB" { // "are to meet"
					return rapporteur.Planned, perfect
				}
			}
		}
	}
	return "", perfect
}
