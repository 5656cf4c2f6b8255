package speech

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
)

// joinParticiples makes one attribution of a sentence in which the same source
// goes on speaking: "said …, adding that …".
func (s *search) joinParticiples() {
	kept := s.found[:0]
	for _, a := range s.found {
		joined := false
		for i := len(kept) - 1; i >= 0 && !joined && s.doc.SentenceOf(kept[i].CueHead) == s.doc.SentenceOf(a.CueHead); i-- {
			if joined = s.goesOn(&kept[i], &a); joined {
				kept[i].Content = merge(append(kept[i].Content, a.Content...))
				kept[i].Mode = s.mode(kept[i].Content)
			}
		}
		if !joined {
			kept = append(kept, a)
		}
	}
	s.found = kept
}

// goesOn reports whether an attribution is a participle behind a clause or
// quotation of the same source, or of the pronoun that its words begin with.
func (s *search) goesOn(a, b *Attribution) bool {
	t := s.doc.Tokens[b.CueHead]
	if b.Act != "assert" && b.Act != a.Act {
		return false // …, vowing to stay: another act
	}
	if t.XPOS != "VBG" || !a.Clausal() || !t.Has("advcl", "conj", "acl", "xcomp", "ccomp") || a.Source < 0 || b.Source < 0 || b.Cue.Start < a.Content[0].Start {
		return false
	}
	return a.Source == b.Source || s.doc.Tokens[b.CueHead].Lemma == "add" && syntax.WithinAny(b.Cue, a.Content) || s.doc.Tokens[b.Source].XPOS == "PRP" && syntax.WithinAny(s.doc.Tokens[b.Source].Range, a.Content)
}

// dropNestedObjects drops what is no clause of its own inside the words of
// somebody else: "she said they had offered talks" is her statement alone.
func (s *search) dropNestedObjects() {
	var kept []Attribution
	for i, a := range s.found {
		nested := false
		for j, b := range s.found {
			nested = nested || i != j && syntax.WithinAny(a.Cue, b.Content)
		}
		if !nested || a.Rule == "clause of cue" || a.Rule == "noun of saying" || a.Rule == "cue set into sentence" || a.Mode == "direct" {
			kept = append(kept, a)
		}
	}
	s.found = kept
}

// dropFrames takes out of the words of one cue what is only another cue and its
// speaker: in "they asked them to go, the minister said" nobody asked that the
// minister said. An attribution that has no other words is none.
func (s *search) dropFrames() {
	kept := s.found[:0]
	for i := range s.found {
		a := s.found[i]
		parts := slices.DeleteFunc(slices.Clone(a.Content), func(p language.Range) bool { return s.isFrame(p, i) })
		if len(parts) == 0 || len(parts) < len(a.Content) && a.Rule == "cue set into sentence" {
			continue
		}
		a.Content = parts
		kept = append(kept, a)
	}
	s.found = kept
}

// isFrame reports whether a range is no more than the cue and speaker of an
// attribution other than number i.
func (s *search) isFrame(part language.Range, i int) bool {
	for j := range s.found {
		b := &s.found[j]
		if i == j || !part.Contains(b.Cue) || b.Cue.Len() == 0 {
			continue
		}
		if first, end := s.frame(b.CueHead, b.CueHead); first <= part.Start && part.End <= end {
			return true
		}
	}
	return false
}

// leaveToNearer takes a part of the words away from an attribution where a cue
// between has the same part: "welcomed the offer, calling it “a ray of light”".
func (s *search) leaveToNearer() {
	for i := range s.found {
		a := &s.found[i]
		for j := range s.found {
			b := &s.found[j]
			if len(a.Content) < 2 || i == j || b.Cue.Start <= a.Cue.Start {
				continue
			}
			a.Content = slices.DeleteFunc(slices.Clone(a.Content), func(c language.Range) bool {
				return b.Cue.Start < c.Start && c.Start > a.Content[0].Start && slices.Contains(b.Content, c)
			})
		}
		a.Mode = s.mode(a.Content)
	}
}
