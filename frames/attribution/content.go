package attribution

import (
	"strings"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// reportedContent finds what a verb of saying says: the clause or object it governs,
// the sentence it is set into, the quotation beside it. It names the rule.
func reportedContent(x *text, cue *Cue, head, last int) ([]language.Range, string) {
	first, end := cueFrame(x, head, last)
	before, after := quotationBefore(x, first), quotationAfter(x, end)
	clause, rule := clauseOf(x, cue, head, last)
	clause = growToQuotations(x, clause, head)
	switch {
	case before != nil && beginsSentence(x, before):
		parts := []language.Range{before.Range}
		if after != nil {
			parts = append(parts, after.Range)
		}
		return withQuotedBehind(x, parts, clause, end), "quotation before cue"
	case after != nil && rule != "clause of cue" && strings.Contains(x.doc.Text[end:after.Start], ":"):
		return []language.Range{after.Range}, "quotation behind cue"
	case len(clause) > 0:
		if after != nil {
			clause = merge(append(clause, after.Range))
		}
		return clause, rule
	case after != nil:
		return withQuotedObject(x, head, after.Range), "quotation behind cue"
	case before != nil:
		return []language.Range{before.Range}, "quotation before cue"
	}
	return nil, ""
}

// withQuotedObject adds to a quotation what belongs to the same object of the cue:
// "reported “small faults” in some of the pipes".
func withQuotedObject(x *text, head int, quoted language.Range) []language.Range {
	o := x.doc.Child(head, "obj")
	closed := strings.ContainsAny(x.doc.Text[max(quoted.Start, quoted.End-5):quoted.End], ".?!")
	if o < head || closed || !quoted.Contains(x.doc.Tokens[o].Range) {
		return []language.Range{quoted}
	}
	for _, p := range syntax.Parts(x.doc, o) {
		if p.Overlaps(quoted) {
			quoted.End = max(quoted.End, p.End)
		}
	}
	return []language.Range{quoted}
}

// withQuotedBehind adds the parts of a clause that are quoted and stand behind the cue.
func withQuotedBehind(x *text, parts, clause []language.Range, end int) []language.Range {
	for _, c := range clause {
		if c.Start >= end && modeOf(x, []language.Range{c}) == rapporteur.Direct {
			parts = append(parts, c)
		}
	}
	return merge(parts)
}
