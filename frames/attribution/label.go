package attribution

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"strings"
	"unicode"
)

// label is a speaker's name set before or behind words, with the mark between.
type label struct {
	first, last, mark int
	content           language.Range
}

// readLabels finds words whose source is set beside them without a verb: the
// turns of an interview or a transcript, "ENVOY: We left early.", headlines,
// "Envoy Moe: we left early", and the line below a quotation, "― Carl Moe".
func (s *search) readLabels() {
	var turns []label
	for i, p := range s.doc.Paragraphs {
		if l, ok := s.turn(i); ok {
			turns = append(turns, l)
		} else if l, ok := s.signed(p); ok {
			s.keepLabel(l, "name below quotation")
		}
	}
	capitals := 0
	for _, l := range turns {
		if s.capitals(l) {
			capitals++
		}
	}
	for _, l := range turns {
		if capitals > 1 && s.capitals(l) || s.person(l) {
			s.keepLabel(l, "speaker's label")
		}
	}
}

// labelWords is the most words that a label has.
const labelWords = 5

// turn reads a label and a colon at the beginning of a paragraph.
func (s *search) turn(paragraph int) (label, bool) {
	p := s.doc.Paragraphs[paragraph]
	first, last := syntax.TokensIn(s.doc, p.Range)
	if first < last && syntax.QuotationMark(s.doc.Tokens[first]) {
		first++
	}
	for i := first; i < last && i <= first+labelWords; i++ {
		t := s.doc.Tokens[i]
		if t.Form == ":" && i > first {
			content := syntax.Trim(s.doc.Tokens[i+1 : last])
			return label{first, i, i, content}, content.Len() > 0 && (p.Kind == rapporteur.Body || p.Kind == rapporteur.Title)
		}
		if t.UPOS != "PROPN" && t.UPOS != "NOUN" && !upper(t.Form) {
			break
		}
	}
	return label{}, false
}

// signed reads a paragraph that is a quotation, a dash and a name. Which way its
// quotation marks are turned does not matter: nothing else stands before the dash.
func (s *search) signed(p language.Paragraph) (label, bool) {
	first, last := syntax.TokensIn(s.doc, p.Range)
	if last > first && s.doc.Tokens[last-1].Form == "." {
		last--
	}
	for mark := last - 2; mark > first+1 && last-mark <= labelWords+1; mark-- {
		if strings.Trim(s.doc.Tokens[mark].Form, "-–—―") != "" {
			continue
		}
		if !quoteForm(s.doc.Tokens[first]) || !quoteForm(s.doc.Tokens[mark-1]) {
			break
		}
		l := label{mark + 1, last, mark, s.doc.Bytes(first, mark)}
		return l, s.person(l) || s.capitalised(l)
	}
	return label{}, false
}

// capitalised reports whether a label is two words or more that all begin with
// a capital, as names do that are not known.
func (s *search) capitalised(l label) bool {
	for _, t := range s.doc.Tokens[l.first:l.last] {
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

// capitals reports whether a label is written in capitals, as in transcripts.
func (s *search) capitals(l label) bool {
	for _, t := range s.doc.Tokens[l.first:l.last] {
		if !upper(t.Form) {
			return false
		}
	}
	return true
}

func upper(form string) bool {
	return len(form) > 1 && strings.ToUpper(form) == form && strings.ContainsFunc(form, unicode.IsLetter)
}

// person reports whether a label ends as a person's name in the text does.
func (s *search) person(l label) bool {
	for _, n := range s.doc.Names {
		if n.Class == language.PersonName && s.doc.Tokens[n.Last-1].Form == s.doc.Tokens[l.last-1].Form {
			return true
		}
	}
	return false
}

// keepLabel adds what a label says, unless a cue has claimed those words.
func (s *search) keepLabel(l label, rule string) {
	head := l.first
	for s.doc.Tokens[head].Head >= l.first && s.doc.Tokens[head].Head < l.last {
		head = s.doc.Tokens[head].Head
	}
	for _, a := range s.found {
		if syntax.WithinAny(l.content, a.content) {
			return
		}
	}
	content := []language.Range{l.content}
	s.found = append(s.found, attribution{
		source: head, cueHead: l.mark, cue: s.doc.Tokens[l.mark].Range, act: "assert", kind: "speech",
		content: content, mode: s.mode(content), addressee: -1, rule: rule,
	})
}
