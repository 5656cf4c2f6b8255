package syntax

import "rapporteur/language"

// Antecedent steps from a relative pronoun, the subject of a verb, to the noun that
// it stands for: the one whose relative clause it is, or where the parser hung the
// clause elsewhere the one before it. Other subjects stay.
func Antecedent(doc *language.Document, verb, subject int) int {
	if !RelativePronoun(doc.Tokens[subject]) && doc.Tokens[subject].Form != "that" {
		return subject
	}
	if n := nounBefore(doc, subject); n != subject && doc.Tokens[subject].Lemma == "which" && agentName(doc, n) {
		return n
	}
	for v := verb; v >= 0; v = doc.Tokens[v].Head {
		if doc.Tokens[v].Has("acl:relcl") {
			return apposedPerson(doc, subject, doc.Tokens[v].Head)
		}
		if !doc.Tokens[v].Has("conj", "xcomp", "ccomp") {
			break
		}
	}
	return nounBefore(doc, subject)
}

// agentName reports whether a name is that of somebody who acts, or of whom
// something comes, rather than of a place: "a deadline set by the Council, which
// has called", not "the ministry in Tartu, which".
func agentName(doc *language.Document, name int) bool {
	if doc.Tokens[name].UPOS != "PROPN" {
		return false
	}
	p := doc.Child(name, "case")
	return doc.Tokens[name].Has("obl:agent") || p >= 0 && p < name && (doc.Tokens[p].Lemma == "by" || doc.Tokens[p].Lemma == "from")
}

// apposedPerson steps from a noun to the person whose apposition it stands in,
// where the pronoun is "who" and a comma is before it: "Carl Moe, editor of the
// paper, who said".
func apposedPerson(doc *language.Document, pronoun, noun int) int {
	if doc.Tokens[pronoun].Lemma != "who" || pronoun == 0 || doc.Tokens[pronoun-1].Form != "," || doc.Tokens[noun].UPOS == "PROPN" {
		return noun
	}
	for n := noun; n >= 0; n = doc.Tokens[n].Head {
		h := doc.Tokens[n].Head
		if doc.Tokens[n].Has("appos") && h >= 0 && doc.Tokens[h].UPOS == "PROPN" {
			return h
		}
		if !doc.Tokens[n].Has("nmod", "appos") {
			break
		}
	}
	return noun
}

// nounBefore gives the head of the name or noun that stands right before a relative
// pronoun, for clauses that the parser did not hang on it.
func nounBefore(doc *language.Document, pronoun int) int {
	i := pronoun - 1
	for i > 0 && doc.Tokens[i].Form == "," {
		i--
	}
	if i < 0 || doc.SentenceOf(i) != doc.SentenceOf(pronoun) {
		return pronoun
	}
	if i = NameHead(doc, i); Nominal(doc.Tokens[i]) {
		return i
	}
	return pronoun
}
