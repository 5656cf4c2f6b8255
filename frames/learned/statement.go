package learned

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// statement makes a frame of what is said. It has content.
func (c *converter) statement(p *prediction) (frames.Frame, bool) {
	typ, act := "speech", c.value(p, "act")
	switch {
	case act == "decline":
		typ = "decline"
	case c.value(p, "source_kind") == "document":
		typ = "document"
	}
	f := c.begin(p, frames.Statement, typ)
	for _, role := range []frames.Role{frames.Source, frames.Addressee} {
		if best, ok := likeliest(c.fillers(p, string(role))); ok {
			f.Fillers = append(f.Fillers, c.pointer(role, best))
		}
	}
	if c.model.Types[p.typ] == "QUOTE" {
		f.Words.Last = f.Words.First
	} else {
		f.Words = c.cue(p.trigger)
	}
	content := c.whole(c.spans(p, frames.Content), f.Words)
	f.Fillers = append(f.Fillers, content...)
	f.Set(frames.Act, act)
	f.Set(frames.Mode, string(c.mode(content)))
	return f, len(content) > 0 && c.turned(&f)
}

// once drops quotations that another statement has said already: those without a cue
// inside of it, and the same words where one of the two names nobody.
func once(said []frames.Frame) []frames.Frame {
	out, quoted, begun := said[:0], map[int]bool{}, map[frames.Tokens]int{} // tokens and parts of what is quoted
	for i := range said {
		f := said[i]
		content := f.Of(frames.Content)
		if f.Words.Len() == 0 && quoted[f.Trigger] {
			continue
		}
		if len(content) > 0 {
			if before, ok := begun[content[0].Tokens]; ok && (f.Head(frames.Source) < 0 || out[before].Head(frames.Source) < 0) {
				if f.Head(frames.Source) >= 0 {
					out[before] = f
				}
				continue
			}
		}
		out = append(out, f)
		if f.Attribute(frames.Mode) == string(rapporteur.Indirect) {
			continue
		}
		for _, c := range content {
			begun[c.Tokens] = len(out) - 1
			for t := c.First; t < c.Last; t++ {
				quoted[t] = true
			}
		}
	}
	return out
}

// whole lets what stands in a quotation go on to its ends, once, but not over its own
// cue: where that is quoted too, somebody else says the rest.
func (c *converter) whole(content []frames.Filler, cue frames.Tokens) []frames.Filler {
	var out []frames.Filler
	for _, x := range content {
		at, _ := slices.BinarySearchFunc(c.quotations, x.First+1, func(q frames.Tokens, first int) int { return q.First - first })
		for _, q := range c.quotations[max(0, at-1):] {
			switch {
			case q.First >= x.Last:
			case cue.Len() > 0 && q.Has(cue.First):
				continue
			case q.First <= x.First && x.Last <= q.Last:
				x.Tokens, x.Head = q, syntax.SpanHead(c.doc, q.First, q.Last)
			case x.Has(q.First) && x.Last < q.Last && x.Last+1 >= q.Last: // all of it but the closing mark
				x.Last = q.Last
			default:
				continue
			}
			break
		}
		if n := len(out); n == 0 || out[n-1].Tokens != x.Tokens {
			out = append(out, x)
		}
	}
	return out
}

// goOnWithin is how many sentences may lie between what somebody says and a quotation
// by which the same person goes on.
const goOnWithin = 3

// goOn gives quotations that name nobody the source of the statement before them.
func (c *converter) goOn(said []frames.Frame) {
	for i := range said {
		f := &said[i]
		if i == 0 || f.Words.Len() > 0 || f.Head(frames.Source) >= 0 {
			continue
		}
		before := &said[i-1]
		if c.doc.SentenceOf(f.Trigger)-c.doc.SentenceOf(frames.Cue(before)) > goOnWithin {
			continue
		}
		f.Fillers = append(f.Fillers, before.Of(frames.Source)...)
		f.Fillers = append(f.Fillers, frames.Pointer(frames.Continued, frames.Cue(before)))
	}
}

// cue gives the words of a cue: a particle and what stands fixed to it belong to it.
func (c *converter) cue(trigger int) frames.Tokens {
	words := frames.Tokens{First: trigger, Last: trigger + 1}
	for next := words.Last; next < len(c.doc.Tokens); next++ {
		if t := &c.doc.Tokens[next]; t.Head != trigger || !t.Has("compound:prt", "fixed") {
			break
		}
		words.Last = next + 1
	}
	return words
}

// mode tells how much of some content stands in quotation marks.
func (c *converter) mode(content []frames.Filler) rapporteur.Mode {
	in, out := 0, 0
	for _, x := range content {
		for i := x.First; i < x.Last; i++ {
			switch {
			case c.doc.Tokens[i].UPOS == "PUNCT":
			case c.quoted[i]:
				in++
			default:
				out++
			}
		}
	}
	switch {
	case in == 0:
		return rapporteur.Indirect
	case out == 0:
		return rapporteur.Direct
	}
	return rapporteur.Mixed
}
