package attribution

import (
	"slices"
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// readVerb reads "X says that …", "…, X said", "said X", and what else a verb or
// adjective governs.
func readVerb(x *text, cue *Cue, head, last int) (attribution, bool) {
	if !asserted(x, head, cue) || leadsToQuoted(x, head) || namesOrigin(x, head) || asksAnonymity(x, head) || toldParticiple(x, head) {
		return attribution{}, false
	}
	from := findSource(x, head)
	if from >= 0 && x.inClass(x.doc.Tokens[from].Lemma, "lore") {
		return attribution{}, false
	}
	if x.quoted[head] >= 0 && (from < 0 || inQuoteSelf(x.doc.Tokens[from])) {
		return attribution{}, false
	}
	content, rule := reportedContent(x, cue, head, last)
	if q := x.quoted[head]; q >= 0 {
		if rule != "clause of cue" {
			return attribution{}, false
		}
		content = syntax.Clip(content, x.quotations[q].Inner)
	}
	if len(content) == 0 || from >= 0 && syntax.WithinAny(x.doc.Tokens[from].Range, content) {
		return attribution{}, false
	}
	to := addresseeOf(x, cue, head, content)
	if to < 0 {
		to = swallowedHearer(x, cue, last, content)
	}
	return newAttribution(x, cue, head, last, from, to, content, rule), true
}

// inQuoteSelf are the first and second person, whose sayings inside a
// quotation are part of it.
func inQuoteSelf(t language.Token) bool {
	return t.XPOS == "PRP" && slices.Contains([]string{"i", "we", "you"}, strings.ToLower(t.Form))
}
