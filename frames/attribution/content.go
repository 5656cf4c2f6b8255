package attribution

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"strings"
	"unicode"
)

// content finds what a verb of saying says: the clause or object it governs,
// the sentence it is set into, the quotation beside it. It names the rule.
func (s *search) content(cue *Cue, head, last int) ([]language.Range, string) {
	first, end := s.frame(head, last)
	before, after := s.quotationBefore(first), s.quotationAfter(end)
	clause, rule := s.clause(cue, head, last)
	clause = s.grow(clause, head)
	switch {
	case before != nil && s.beginsSentence(before):
		parts := []language.Range{before.Range}
		if after != nil {
			parts = append(parts, after.Range)
		}
		return s.behind(parts, clause, end), "quotation before cue"
	case after != nil && rule != "clause of cue" && strings.Contains(s.doc.Text[end:after.Start], ":"):
		return []language.Range{after.Range}, "quotation behind cue"
	case len(clause) > 0:
		if after != nil {
			clause = merge(append(clause, after.Range))
		}
		return clause, rule
	case after != nil:
		return s.withObject(head, after.Range), "quotation behind cue"
	case before != nil:
		return []language.Range{before.Range}, "quotation before cue"
	}
	return nil, ""
}

// withObject adds to a quotation what belongs to the same object of the cue:
// "reported “small faults” in some of the pipes".
func (s *search) withObject(head int, quoted language.Range) []language.Range {
	o := s.doc.Child(head, "obj")
	closed := strings.ContainsAny(s.doc.Text[max(quoted.Start, quoted.End-5):quoted.End], ".?!")
	if o < head || closed || !quoted.Contains(s.doc.Tokens[o].Range) {
		return []language.Range{quoted}
	}
	for _, p := range syntax.Parts(s.doc, o) {
		if p.Overlaps(quoted) {
			quoted.End = max(quoted.End, p.End)
		}
	}
	return []language.Range{quoted}
}

// nominalStart gives where a subject begins, with the words before its head
// that belong to it and stand outside quotations.
func (s *search) nominalStart(head int) int {
	first := head
	for i := head - 1; i >= 0 && s.quoted[i] < 0 && s.doc.SentenceOf(i) == s.doc.SentenceOf(head) && s.doc.Tokens[i].UPOS != "PUNCT" && (s.doc.Governs(head, i) || s.title(i, head)); i-- {
		first = i
	}
	return first
}

// title reports whether a word belongs to a noun right before a name that the
// tree does not join to it: "Treasury spokesman" before "Carl Moe".
func (s *search) title(word, name int) bool {
	n := s.doc.Tokens[name]
	for ; word >= 0 && word < name && s.quoted[word] < 0; word = s.doc.Tokens[word].Head {
		if t := s.doc.Tokens[word]; word == name-1 {
			return syntax.Nominal(t) && syntax.Nominal(n) && t.Has("nsubj", "nmod") && t.Head == n.Head
		}
	}
	return false
}

// behind adds the parts of a clause that are quoted and stand behind the cue.
func (s *search) behind(parts, clause []language.Range, end int) []language.Range {
	for _, c := range clause {
		if c.Start >= end && s.mode([]language.Range{c}) == rapporteur.Direct {
			parts = append(parts, c)
		}
	}
	return merge(parts)
}

// frame gives the bytes that the cue and what belongs to it take up, without
// the words it reports: from "the minister" to "on Monday".
func (s *search) frame(head, last int) (start, end int) {
	first, after := s.frameTokens(head, last)
	return s.doc.Tokens[first].Start, s.doc.Tokens[after-1].End
}

func (s *search) frameTokens(head, last int) (first, after int) {
	first, after = head, last+1
	verb := head
	if s.asSaying(head) {
		verb = s.doc.Tokens[head].Head // the agency quoted him as saying
		first = verb
	}
	if from := s.subject(verb); from >= 0 && from < verb && s.quoted[from] == s.quoted[head] {
		first = s.nominalStart(from)
		if h := s.doc.Tokens[from].Head; s.doc.Tokens[from].Has("appos") && h >= 0 && h < from && !s.quoted.Apart(h, head) {
			first = s.nominalStart(h)
		}
	}
	own := s.own(head)
	sentence := syntax.Sentence(s.doc, head)
	for i := head + 1; i < sentence.Last && (own[i-sentence.First] || i <= last); i++ {
		after = i + 1
	}
	for after-1 > head && s.doc.Tokens[after-1].UPOS == "PUNCT" {
		after--
	}
	return first, after
}

// own marks the tokens of the sentence that a cue governs but does not report.
func (s *search) own(head int) []bool {
	sentence := syntax.Sentence(s.doc, head)
	mine := make([]bool, sentence.Last-sentence.First)
	var mark func(token int)
	mark = func(token int) {
		if s.quoted[token] >= 0 && s.quoted[token] != s.quoted[head] {
			return
		}
		mine[token-sentence.First] = true
		for c := range s.doc.Children(token) {
			if token == head && s.doc.Tokens[c].Has("ccomp", "parataxis", "conj") {
				continue
			}
			mark(c)
		}
	}
	mark(head)
	return mine
}

// quotationBefore gives the quotation that ends where the cue's frame begins.
func (s *search) quotationBefore(start int) *syntax.Quotation {
	for i := range s.quotations {
		q := &s.quotations[i]
		if q.End <= start && strings.Trim(s.doc.Text[q.End:start], " \t\n,;.–—-") == "" && !strings.Contains(s.doc.Text[q.End:start], "\n\n") {
			return q
		}
	}
	return nil
}

// quotationAfter gives the quotation that begins where the cue's frame ends.
func (s *search) quotationAfter(end int) *syntax.Quotation {
	for i := range s.quotations {
		q := &s.quotations[i]
		if q.Start < end {
			continue
		}
		gap := strings.TrimSpace(s.doc.Text[end:q.Start])
		if gap == "" || strings.Trim(gap, ",:–— ") == "" || gap == "that" {
			return q
		}
		return nil
	}
	return nil
}

// beginsSentence reports whether a quotation starts where its sentence does, so
// that nothing before it belongs to the words reported.
func (s *search) beginsSentence(q *syntax.Quotation) bool {
	for _, sentence := range s.doc.Sentences {
		r := s.doc.Bytes(sentence.First, sentence.Last)
		if r.End <= q.Start {
			continue
		}
		if q.Start <= r.Start {
			return true
		}
		return strings.IndexFunc(s.doc.Text[r.Start:q.Start], isWord) < 0
	}
	return true
}

// grow widens each part to the whole of every quotation that it shares words
// with, unless the cue stands inside that quotation.
func (s *search) grow(parts []language.Range, head int) []language.Range {
	for i, p := range parts {
		for _, q := range s.quotations {
			if q.Overlaps(p) && !q.Contains(s.doc.Tokens[head].Range) {
				parts[i].Start, parts[i].End = min(parts[i].Start, q.Start), max(parts[i].End, q.End)
			}
		}
	}
	return merge(parts)
}

// merge joins parts that touch or overlap; they come out in order.
func merge(parts []language.Range) []language.Range {
	var out []language.Range
	for _, p := range parts {
		at := len(out)
		for at > 0 && out[at-1].Start > p.Start {
			at--
		}
		out = append(out, language.Range{})
		copy(out[at+1:], out[at:])
		out[at] = p
	}
	kept := out[:0]
	for _, p := range out {
		if n := len(kept); n > 0 && p.Start <= kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, p.End)
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// mode tells direct from mixed and indirect by the words outside quotations.
func (s *search) mode(content []language.Range) rapporteur.Mode {
	in, out := 0, 0
	for _, part := range content {
		at := part.Start
		for _, q := range s.quotations {
			if !q.Overlaps(part) {
				continue
			}
			out += words(s.doc.Text[at:max(at, q.Start)])
			in += words(s.doc.Text[max(at, q.Start):min(q.End, part.End)])
			at = max(at, min(q.End, part.End))
		}
		out += words(s.doc.Text[at:part.End])
	}
	switch {
	case in == 0:
		return rapporteur.Indirect
	case out == 0:
		return rapporteur.Direct
	}
	return rapporteur.Mixed
}

func words(text string) int {
	n, inside := 0, false
	for _, r := range text {
		word := isWord(r)
		if word && !inside {
			n++
		}
		inside = word
	}
	return n
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func lower(form string) string { return strings.ToLower(form) }
