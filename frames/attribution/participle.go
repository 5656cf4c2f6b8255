package attribution

import (
	"slices"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// joinParticiples makes one attribution of a sentence in which the same source
// goes on speaking: "said …, adding that …".
func joinParticiples(x *text, found []attribution) []attribution {
	kept := found[:0]
	for _, a := range found {
		joined := false
		for i := len(kept) - 1; i >= 0 && !joined && x.doc.SentenceOf(kept[i].cueHead) == x.doc.SentenceOf(a.cueHead); i-- {
			if joined = goesOn(x, &kept[i], &a); joined {
				kept[i].content = merge(append(kept[i].content, a.content...))
				kept[i].mode = modeOf(x, kept[i].content)
			}
		}
		if !joined {
			kept = append(kept, a)
		}
	}
	return kept
}

// goesOn reports whether an attribution is a participle behind a clause or
// quotation of the same source, or of the pronoun that its words begin with.
func goesOn(x *text, a, b *attribution) bool {
	t := x.doc.Tokens[b.cueHead]
	if b.act != "assert" && b.act != a.act {
		return false // …, vowing to stay: another act
	}
	if t.XPOS != "VBG" || !a.clausal() || !t.Has("advcl", "conj", "acl", "xcomp", "ccomp") || a.source < 0 || b.source < 0 || b.cue.Start < a.content[0].Start {
		return false
	}
	return a.source == b.source || x.doc.Tokens[b.cueHead].Lemma == "add" && syntax.WithinAny(b.cue, a.content) || x.doc.Tokens[b.source].XPOS == "PRP" && syntax.WithinAny(x.doc.Tokens[b.source].Range, a.content)
}

// dropNestedObjects drops what is no clause of its own inside the words of
// somebody else: "she said they had offered talks" is her statement alone.
func dropNestedObjects(found []attribution) []attribution {
	words := contentsOf(found)
	var kept []attribution
	for i, a := range found {
		if !words.hold(a.cue, i) || a.rule == "clause of cue" || a.rule == "noun of saying" || a.rule == "cue set into sentence" || a.mode == "direct" {
			kept = append(kept, a)
		}
	}
	return kept
}

// dropCueFrames takes out of the words of one cue what is only another cue and its
// speaker: in "they asked them to go, the minister said" nobody asked that the
// minister said. An attribution that has no other words is none.
func dropCueFrames(x *text, found []attribution) []attribution {
	kept := found[:0]
	cues := cueFrames(x, found)
	for i := range found {
		a := found[i]
		parts := slices.DeleteFunc(slices.Clone(a.content), func(p language.Range) bool { return isCueFrame(x, cues, p, i) })
		if len(parts) == 0 || len(parts) < len(a.content) && a.rule == "cue set into sentence" {
			continue
		}
		a.content = parts
		kept = append(kept, a)
	}
	return kept
}

// framedCue is the cue of an attribution, and what it takes up with its speaker.
type framedCue struct {
	of         int
	cue, frame language.Range
}

// cueFrames gives the cues of attributions by the sentence that they stand in.
func cueFrames(x *text, found []attribution) map[int][]framedCue {
	out := map[int][]framedCue{}
	for i := range found {
		a := &found[i]
		if a.cue.Len() == 0 {
			continue
		}
		first, end := cueFrame(x, a.cueHead, a.cueHead)
		at := x.doc.SentenceOf(a.cueHead)
		out[at] = append(out[at], framedCue{i, a.cue, language.Range{Start: first, End: end}})
	}
	return out
}

// isCueFrame reports whether a range is no more than the cue and speaker of an
// attribution other than number i. These stand in one sentence.
func isCueFrame(x *text, cues map[int][]framedCue, part language.Range, i int) bool {
	return slices.ContainsFunc(cues[sentenceEndingBehind(x, part.Start)], func(c framedCue) bool {
		return c.of != i && part.Contains(c.cue) && c.frame.Contains(part)
	})
}

// leaveToNearer takes a part of the words away from an attribution where a cue
// between has the same part: "welcomed the offer, calling it “a ray of light”".
func leaveToNearer(x *text, found []attribution) []attribution {
	cues := map[language.Range][]int{} // where the cues stand that have a part of words
	for i := range found {
		for _, c := range found[i].content {
			cues[c] = append(cues[c], found[i].cue.Start)
		}
	}
	for _, starts := range cues {
		slices.Sort(starts)
	}
	for i := range found {
		a := &found[i]
		if len(a.content) > 1 {
			first := a.content[0].Start
			a.content = slices.DeleteFunc(slices.Clone(a.content), func(c language.Range) bool {
				starts := cues[c]
				next, _ := slices.BinarySearch(starts, a.cue.Start+1)
				return c.Start > first && next < len(starts) && starts[next] < c.Start
			})
		}
		a.mode = modeOf(x, a.content)
	}
	return found
}
