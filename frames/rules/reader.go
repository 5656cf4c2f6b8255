package rules

import (
	"context"
	"slices"
	"sync"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
)

// Reader finds meetings, absences and events, and mends what a model finds. It is read-only and may be
// shared.
type Reader struct{ lexicon *lexicon }

// Load reads the tables. Codes are those of events and issues.
func Load(codes *ontology.Ontology) (*Reader, error) {
	l, err := loadLexicon(codes)
	if err != nil {
		return nil, err
	}
	return &Reader{l}, nil
}

// Of gives the readers of one text, of which it is known what is said in it and whom
// its words stand for: of meetings and absences, of events.
func (r *Reader) Of(statements []frames.Frame, actors Actors) frames.Readers {
	var out frames.Readers
	for _, find := range []func(*text) []frames.Frame{meetingFrames, eventFrames} {
		out = append(out, textReader{r, statements, actors, find})
	}
	return out
}

// textReader finds the frames of one kind in one text.
type textReader struct {
	*Reader
	statements []frames.Frame
	actors     Actors
	find       func(*text) []frames.Frame
}

// Read gives the frames in the order of their triggers.
func (r textReader) Read(ctx context.Context, doc *language.Document) ([]frames.Frame, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x := r.text(doc, r.statements, r.actors)
	x.over = func() bool { return ctx.Err() != nil }
	out := r.find(x)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b frames.Frame) int { return a.Trigger - b.Trigger })
	return out, nil
}

// text begins to read a text.
func (r *Reader) text(doc *language.Document, statements []frames.Frame, actors Actors) *text {
	return &text{doc: doc, statements: statements, quotations: syntax.Quotations(doc), sources: frames.SourcesOfTokens(doc, statements), told: newTellings(statements), nouns: nounsOf(doc), actors: actors, lexicon: r.lexicon, issues: sync.OnceValue(func() ontology.Shown { return r.lexicon.codes.Shown(doc.Text) }), over: func() bool { return false }}
}

// Knows reports whether a word may be the trigger of a meeting or an absence.
func (r *Reader) Knows(lemma string) bool {
	_, verb := r.lexicon.verbs[lemma]
	_, noun := r.lexicon.nouns[lemma]
	out := r.lexicon.exclusions[lemma]
	return verb || noun || slices.ContainsFunc(out, func(w exclusionWord) bool { return w.near })
}

// Press reports whether an actor is an outlet, which meets people to ask them.
func (r *Reader) Press(a *Actor) bool { return r.lexicon.press(a) }

// Gathering gives the kind of meeting that a noun stands for, empty for none.
func (r *Reader) Gathering(lemma string) string { return r.lexicon.nouns[lower(lemma)].kind }

// Ending gives what a verb says of the meeting that it is done to, where it puts an end to
// it: cancelled, refused; empty for other verbs.
func (r *Reader) Ending(lemma string) rapporteur.Status {
	for _, v := range r.lexicon.meetingVerbs[lemma] {
		if v.status == rapporteur.Cancelled || v.status == rapporteur.RefusedMeeting {
			return v.status
		}
	}
	return ""
}
