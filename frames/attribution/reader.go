package attribution

import (
	"context"

	"rapporteur/frames"
	"rapporteur/language"
)

// Reader finds statements by rules. It is read-only and may be shared.
type Reader struct{ lexicon *lexicon }

// Load reads the tables.
func Load() (*Reader, error) {
	l, err := loadLexicon()
	if err != nil {
		return nil, err
	}
	return &Reader{l}, nil
}

// Knows reports whether a lemma begins a cue.
func (r *Reader) Knows(lemma string) bool { return r.lexicon.knows(lemma) }

// Anonymity gives the words of a sentence by which a source asks not to be named: "on
// condition of anonymity", "asked not to be identified". The range is empty where
// there are none.
func (r *Reader) Anonymity(doc *language.Document, sentence language.Sentence) language.Range {
	return r.lexicon.anonymous(doc, sentence)
}

// Read gives the statements of a text, in the order of their cues. It does not fail.
func (r *Reader) Read(_ context.Context, doc *language.Document) ([]frames.Frame, error) {
	return r.Statements(doc), nil
}

// Statements gives the statements of a text, in the order of their cues: what cues and
// labels attribute, less what several of them claim, with the quotations that go on
// with them.
func (r *Reader) Statements(doc *language.Document) []frames.Frame {
	x := newText(r.lexicon, doc)
	found := readLabels(x, readCues(x))
	found = joinParticiples(x, found)
	leaveToNearer(x, found)
	found = dropNestedObjects(found)
	found = dropCueFrames(x, found)
	found = dropRepeats(continueQuotations(x, found))
	out := make([]frames.Frame, len(found))
	for i := range found {
		out[i] = toFrame(x, &found[i])
	}
	return out
}
