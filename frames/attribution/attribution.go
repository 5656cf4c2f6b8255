package attribution

import (
	"strings"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// attribution is words of a report with the source they are attributed to, on its
// way to a frame.
type attribution struct {
	// source is the head of the source's mention, -1 where the text names none.
	source int
	// cueHead is the token of the cue that governs the others; cue is empty for a
	// quotation without one.
	cueHead int
	cue     language.Range
	act     string
	// kind is speech, document or decline.
	kind string
	// content is every unbroken part, in the order of the text.
	content []language.Range
	mode    rapporteur.Mode
	// addressee is the head of the hearer's mention, -1 for none.
	addressee int
	// medium is statement, interview, briefing …, empty where not said.
	medium string
	// rule names the rule that found it.
	rule string
}

// setInto ends the names of the rules for expressions that are set apart in what
// is said: "according …".
const setInto = " …"

// clausal reports whether the content is a clause or a quotation, not only an
// object of the cue.
func (a *attribution) clausal() bool {
	return a.mode != rapporteur.Indirect || a.rule == "clause of cue" || a.rule == "cue set into sentence" || strings.HasSuffix(a.rule, setInto)
}

// newAttribution completes what a cue attributes: how it is quoted and through what it
// was said.
func newAttribution(x *text, cue *Cue, head, last, source, addressee int, content []language.Range, rule string) attribution {
	medium := x.mediumOf(x.doc, syntax.Sentence(x.doc, head), content)
	if medium == "" {
		medium = x.mediumNoun(x.doc, head, content)
	}
	return attribution{
		source: source, cueHead: head, cue: cueWords(x, head, last), act: cue.Act, kind: cue.Kind,
		content: content, mode: modeOf(x, content), addressee: addressee, medium: medium, rule: rule,
	}
}

// cueWords gives the words of a cue, its head alone where the others stand far off.
func cueWords(x *text, head, last int) language.Range {
	if last > head+slack*2 || last < head {
		last = head
	}
	return x.doc.Bytes(head, last+1)
}
