package frames

import (
	"context"
	"slices"

	"rapporteur/language"
)

// Reader finds frames in an analysed text. A reader that works long obeys the
// context and returns its error; it may be shared by goroutines.
type Reader interface {
	// Read gives the frames in the order of their triggers. The Document is not
	// changed.
	Read(ctx context.Context, doc *language.Document) ([]Frame, error)
}

// Readers asks several readers and puts their frames in the order of the triggers;
// those of one trigger stay in the order of the readers.
type Readers []Reader

// Read gives the frames of all the readers.
func (all Readers) Read(ctx context.Context, doc *language.Document) ([]Frame, error) {
	var out []Frame
	for _, r := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, err := r.Read(ctx, doc)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	slices.SortStableFunc(out, func(a, b Frame) int { return a.Trigger - b.Trigger })
	return out, nil
}
