package attribution

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// turnsWithin reads an exchange that stands in one paragraph: names with a colon before
// quotations, "Moe: “We are ready.” Berg: “So are we.”"
func turnsWithin(x *text, p language.Paragraph) []label {
	if p.Kind != rapporteur.Body {
		return nil
	}
	first, last := syntax.TokensIn(x.doc, p.Range)
	var turns []label
	for i := first; i < last; {
		mark := i
		for mark < last && mark-i < labelWords && x.doc.Tokens[mark].UPOS == "PROPN" {
			mark++
		}
		begins := i == first || syntax.QuotationMark(x.doc.Tokens[i-1])
		if !begins || mark == i || mark+1 >= last || x.doc.Tokens[mark].Form != ":" || !syntax.QuotationMark(x.doc.Tokens[mark+1]) {
			i++
			continue
		}
		if n := len(turns); n > 0 {
			turns[n-1].content = syntax.Trim(x.doc.Tokens[turns[n-1].mark+1 : i])
		}
		turns = append(turns, label{i, mark, mark, syntax.Trim(x.doc.Tokens[mark+1 : last])})
		i = mark + 2
	}
	return turns
}
