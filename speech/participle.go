package speech

// joinParticiples makes one attribution of a sentence in which the same source
// goes on speaking: "said …, adding that …".
func (s *search) joinParticiples() {
	kept := s.found[:0]
	for _, a := range s.found {
		if n := len(kept); n > 0 && s.goesOn(&kept[n-1], &a) {
			kept[n-1].Content = merge(append(kept[n-1].Content, a.Content...))
			kept[n-1].Mode = s.mode(kept[n-1].Content)
			continue
		}
		kept = append(kept, a)
	}
	s.found = kept
}

// goesOn reports whether an attribution is the participle behind another one
// of the same source and sentence.
func (s *search) goesOn(a, b *Attribution) bool {
	t := s.doc.Tokens[b.CueHead]
	return t.XPOS == "VBG" && t.Has("advcl", "conj") && a.Source == b.Source && a.Source >= 0 &&
		s.doc.SentenceOf(a.CueHead) == s.doc.SentenceOf(b.CueHead) && b.Cue.Start >= last(a.Content)
}
