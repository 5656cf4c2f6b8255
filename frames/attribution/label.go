package attribution

import (
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// label is a speaker's name set before or behind words, with the mark between.
type label struct {
	first, last, mark int
	content           language.Range
}

// readLabels adds words whose source is set beside them without a verb: the
// turns of an interview or a transcript, "ENVOY: We left early.", headlines,
// "Envoy Moe: we left early", and the line below a quotation, "― Carl Moe".
func readLabels(x *text, found []attribution) []attribution {
	var turns []label
	words, persons := contentsOf(found), personNames(x)
	for i, p := range x.doc.Paragraphs {
		if within := turnsWithin(x, p); len(within) > 1 {
			turns = append(turns, within...)
		} else if l, ok := speakerTurn(x, i); ok {
			turns = append(turns, l)
		} else if l, ok := signature(x, p, persons); ok {
			found = addLabel(x, found, words, l, "name below quotation")
		}
	}
	capitals := 0
	for _, l := range turns {
		if allCapitals(x, l) {
			capitals++
		}
	}
	for _, l := range turns {
		if capitals > 1 && allCapitals(x, l) || endsPersonName(x, l, persons) {
			found = addLabel(x, found, words, l, "speaker's label")
		}
	}
	return found
}

// labelWords is the most words that a label has.
const labelWords = 5

// speakerTurn reads a label and a colon at the beginning of a paragraph.
func speakerTurn(x *text, paragraph int) (label, bool) {
	p := x.doc.Paragraphs[paragraph]
	first, last := syntax.TokensIn(x.doc, p.Range)
	if first < last && syntax.QuotationMark(x.doc.Tokens[first]) {
		first++
	}
	for i := first; i < last && i <= first+labelWords; i++ {
		t := x.doc.Tokens[i]
		if t.Form == ":" && i > first {
			content := syntax.Trim(x.doc.Tokens[i+1 : last])
			return label{first, i, i, content}, content.Len() > 0 && (p.Kind == rapporteur.Body || p.Kind == rapporteur.Title)
		}
		if t.UPOS != "PROPN" && t.UPOS != "NOUN" && !upper(t.Form) {
			break
		}
	}
	return label{}, false
}

// signature reads a paragraph that is a quotation, a dash and a name. Which way its
// quotation marks are turned does not matter: nothing else stands before the dash.
func signature(x *text, p language.Paragraph, persons map[string]bool) (label, bool) {
	first, last := syntax.TokensIn(x.doc, p.Range)
	if last > first && x.doc.Tokens[last-1].Form == "." {
		last--
	}
	for mark := last - 2; mark > first+1 && last-mark <= labelWords+1; mark-- {
		if strings.Trim(x.doc.Tokens[mark].Form, "-–—―") != "" {
			continue
		}
		if !quoteForm(x.doc.Tokens[first]) || !quoteForm(x.doc.Tokens[mark-1]) {
			break
		}
		l := label{mark + 1, last, mark, x.doc.Bytes(first, mark)}
		return l, endsPersonName(x, l, persons) || allCapitalised(x, l)
	}
	return label{}, false
}

// allCapitalised reports whether a label is two words or more that all begin with
// a capital, as names do that are not known.
func allCapitalised(x *text, l label) bool {
	for _, t := range x.doc.Tokens[l.first:l.last] {
		if t.UPOS != "PUNCT" && !unicode.IsUpper([]rune(t.Form)[0]) {
			return false
		}
	}
	return l.last-l.first > 1
}

// quoteForm reports whether a token begins or ends with a quotation mark, turned
// either way.
func quoteForm(t language.Token) bool {
	return strings.ContainsAny(t.Form, "\"“”") || t.Form == "''" || t.Form == "``"
}

// allCapitals reports whether a label is written in capitals, as in transcripts.
func allCapitals(x *text, l label) bool {
	for _, t := range x.doc.Tokens[l.first:l.last] {
		if !upper(t.Form) {
			return false
		}
	}
	return true
}

func upper(form string) bool {
	return len(form) > 1 && strings.ToUpper(form) == form && strings.ContainsFunc(form, unicode.IsLetter)
}

// endsPersonName reports whether a label ends as a person's name in the text does.
func endsPersonName(x *text, l label, persons map[string]bool) bool {
	return persons[x.doc.Tokens[l.last-1].Form]
}

// personNames gives the words that end the names of persons in a text.
func personNames(x *text) map[string]bool {
	out := map[string]bool{}
	for _, n := range x.doc.Names {
		if n.Class == language.PersonName {
			out[x.doc.Tokens[n.Last-1].Form] = true
		}
	}
	return out
}

// addLabel adds what a label says, unless a cue has claimed those words.
func addLabel(x *text, found []attribution, claimed contents, l label, rule string) []attribution {
	if claimed.hold(l.content, -1) {
		return found
	}
	head := l.first
	for x.doc.Tokens[head].Head >= l.first && x.doc.Tokens[head].Head < l.last {
		head = x.doc.Tokens[head].Head
	}
	content := []language.Range{l.content}
	return append(found, attribution{
		source: head, cueHead: l.mark, cue: x.doc.Tokens[l.mark].Range, act: "assert", kind: "speech",
		content: content, mode: modeOf(x, content), addressee: -1, rule: rule,
	})
}
