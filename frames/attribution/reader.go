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

// Statements is Read for as long as it takes.
func (r *Reader) Statements(doc *language.Document) []frames.Frame {
	found, _ := r.Read(context.Background(), doc) // it fails for nothing but the context
	return found
}

// Read gives the statements of a text, in the order of their cues: what cues and
// labels attribute, less what several of them claim, with the quotations that go on
// with them. It fails if the context is over.
func (r *Reader) Read(ctx context.Context, doc *language.Document) ([]frames.Frame, error) {
	x := newText(r.lexicon, doc)
	found, err := readCues(ctx, x)
	for _, step := range []func([]attribution) []attribution{
		func(found []attribution) []attribution {
			return joinParticiples(x, readLabels(x, readAccounts(x, found)))
		},
		func(found []attribution) []attribution { return dropNestedObjects(leaveToNearer(x, found)) },
		func(found []attribution) []attribution { return dropCueFrames(x, found) },
		func(found []attribution) []attribution { return dropRepeats(continueQuotations(x, found)) },
	} {
		if err != nil {
			return nil, err
		}
		found, err = step(found), ctx.Err()
	}
	out := make([]frames.Frame, len(found))
	for i := range found {
		out[i] = toFrame(x, &found[i])
	}
	return out, nil
}
