package attribution

import (
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// toFrame makes a frame of an attribution. The rules know how sure they are only when
// it is known who speaks, so that the probability is left to those who link.
func toFrame(x *text, a *attribution) frames.Frame {
	f := frames.Frame{
		Kind: frames.Statement, Type: a.kind, Trigger: a.cueHead, Words: tokensOf(x, a.cue),
		Fillers: make([]frames.Filler, 0, 2+len(a.content)), Probability: 1, Maker: a.rule,
		Attributes: map[frames.Attribute]string{frames.Act: a.act, frames.Mode: string(a.mode)},
	}
	if a.cue.Len() == 0 {
		f.Trigger = tokensOf(x, a.content[0]).First
		f.Words = frames.Tokens{First: f.Trigger, Last: f.Trigger}
		f.Fillers = append(f.Fillers, frames.Pointer(frames.Continued, a.cueHead))
	}
	if a.source >= 0 {
		f.Fillers = append(f.Fillers, frames.Filler{Role: frames.Source, Head: a.source, Tokens: sourceMention(x, a), Probability: 1})
	}
	if a.addressee >= 0 {
		f.Fillers = append(f.Fillers, frames.Pointer(frames.Addressee, a.addressee))
	}
	for _, c := range a.content {
		words := tokensOf(x, c)
		f.Fillers = append(f.Fillers, frames.Filler{Role: frames.Content, Head: syntax.SpanHead(x.doc, words.First, words.Last), Tokens: words, Probability: 1})
	}
	if !a.clausal() {
		f.Set(frames.Form, "object")
	}
	f.Set(frames.Medium, a.medium)
	return f
}

// tokensOf gives the tokens of a range.
func tokensOf(x *text, r language.Range) frames.Tokens {
	first, last := syntax.TokensIn(x.doc, r)
	return frames.Tokens{First: first, Last: last}
}
