package speech

import "rapporteur/language/syntax"

// afterQuotation gives the first noun behind a quotation that ends with a comma
// where a verb of saying closes the noun's train of appositions: “…,” Carl Moe,
// the envoy of Norway, one of the hosts, said. Parsers lose such subjects, but
// what stands between says enough: no other verb of a main clause.
func (s *search) afterQuotation(verb int) int {
	sentence := syntax.Sentence(s.doc, verb)
	if verb == sentence.First || s.doc.Tokens[verb-1].Form != "," || s.quoted[verb] >= 0 {
		return -1
	}
	relative := false
	at := verb - 1
	for ; at > sentence.First && s.quoted[at] < 0; at-- {
		t := s.doc.Tokens[at]
		if syntax.SurelyFinite(t) || t.XPOS == "VBD" || t.XPOS == "VBP" {
			relative = true
		}
		if t.XPOS == "WP" || t.XPOS == "WDT" || t.XPOS == "WP$" {
			relative = false
		}
	}
	if relative || at <= sentence.First || s.doc.Tokens[at-1].Form != "," {
		return -1
	}
	for n := at + 1; n < verb; n++ {
		t := s.doc.Tokens[n]
		if t.UPOS == "PUNCT" || t.UPOS == "ADP" || t.UPOS == "PRON" || t.UPOS == "VERB" {
			return -1
		}
		if syntax.Nominal(t) && (t.Head <= at || t.Head >= verb || !syntax.Nominal(s.doc.Tokens[t.Head])) {
			return n
		}
	}
	return -1
}
