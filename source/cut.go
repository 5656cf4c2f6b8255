package source

import (
	"sort"
	"strings"

	"rapporteur"
)

// judge gives a paragraph the kind that a sign in the table gives away, after
// it has cut off what is glued to it. A block that no sign speaks of gets the
// kind that its page gives it, "" where there is none.
func (s signs) judge(text string, p span, kind rapporteur.ParagraphKind) []block {
	if kind == rapporteur.Title || kind == rapporteur.Boilerplate {
		return []block{{p.start, p.end, kind}}
	}
	words := text[p.start:p.end]
	f := fold(words)
	given := s.kindOf(words, f)
	if given == rapporteur.Boilerplate {
		return []block{{p.start, p.end, given}}
	}
	if kind != "" && (kind != rapporteur.Body || given == "") {
		given = kind
	}
	marks := append(s.ends(words, f), s.sentences(f)...)
	if len(marks) == 0 {
		return []block{{p.start, p.end, given}}
	}
	out := cut(text, p, marks)
	for i := range out {
		b := &out[i]
		switch rest := b.in(text); {
		case b.kind != "":
		case kind != "":
			b.kind = kind
		default:
			b.kind = s.kindOf(rest, fold(rest))
		}
	}
	return out
}

// cut parts what the marks say from the rest of a paragraph. The marks are
// relative to its start.
func cut(text string, p span, marks []block) []block {
	sort.Slice(marks, func(i, j int) bool { return marks[i].start < marks[j].start })
	var out []block
	done := p.start
	for _, m := range marks {
		start, end := p.start+m.start, p.start+m.end
		if end <= done {
			continue
		}
		out = appendBlock(out, text, span{done, start}, "")
		out = appendBlock(out, text, span{max(done, start), end}, m.kind)
		done = end
	}
	return appendBlock(out, text, span{done, p.end}, "")
}

// appendBlock adds a block unless it is blank; boilerplate runs together.
func appendBlock(out []block, text string, s span, kind rapporteur.ParagraphKind) []block {
	if s.start >= s.end {
		return out
	}
	if s = trim(text, s); s.start == s.end {
		return out
	}
	if n := len(out); n > 0 && kind != "" && out[n-1].kind == kind {
		out[n-1].end = s.end
		return out
	}
	return append(out, block{s.start, s.end, kind})
}

// ends finds the words at the beginning and the end that a sign cuts off,
// again and again: "Facebook Twitter Pinterest", "Read more".
func (s signs) ends(words string, f folded) []block {
	var out []block
	text, from := f.text, 0
	for cut := true; cut; {
		cut = false
		for _, g := range s[prefix] {
			if end := g.words.matchAt(text[from:], 0); end > 0 && g.speaks(words, f) {
				out = append(out, block{f.at[from], f.at[from+end], g.kind})
				from += end
				from += len(text[from:]) - len(strings.TrimLeft(text[from:], " "))
				cut = true
			}
		}
	}
	for _, g := range s[suffix] {
		if start := g.words.matchBefore(text[from:]); start >= 0 && g.speaks(words, f) {
			out = append(out, block{f.at[from+start], f.at[len(text)], g.kind})
			text = strings.TrimRight(text[:from+start], " ")
		}
	}
	return out
}

// sentences finds the run from the first to the last sentence that holds a
// phrase of an appeal. Words inside quotation marks are somebody's, not the
// publisher's.
func (s signs) sentences(f folded) []block {
	first, last := -1, -1
	for _, g := range s[phrase] {
		if len(f.text) > g.limit || !f.grams.mayHold(g.words[0]) {
			continue
		}
		quoted, done := false, 0
		for {
			start, end := g.words.find(f.text, done)
			if end <= start {
				break
			}
			if strings.Count(f.text[done:start], `"`)%2 == 1 {
				quoted = !quoted
			}
			done = end
			if quoted {
				continue
			}
			if first < 0 || start < first {
				first = start
			}
			last = max(last, end)
		}
	}
	if first < 0 {
		return nil
	}
	return []block{{f.at[sentenceStart(f.text, first)], f.at[sentenceEnd(f.text, last)], rapporteur.Boilerplate}}
}

// sentenceStart and sentenceEnd look for the stops around a place, and for the
// blank that follows a stop.
func sentenceStart(text string, i int) int {
	start := 0
	for _, stop := range stops {
		if at := strings.LastIndex(text[:i], stop); at >= 0 {
			start = max(start, at+len(stop))
		}
	}
	return start
}

func sentenceEnd(text string, i int) int {
	end := len(text)
	for _, stop := range stops {
		if at := strings.Index(text[max(0, i-1):], stop); at >= 0 {
			end = min(end, max(0, i-1)+at+len(stop))
		}
	}
	return end
}

var stops = []string{". ", "? ", "! ", `." `}
