package reading

import (
	"math"

	"rapporteur"
	"rapporteur/frames"
)

// Explaining gives the same reader that tells of each entry by which words, and how
// surely, it was found.
func (r *Reader) Explaining() *Reader {
	other := *r
	other.explaining = true
	return &other
}

// toldBy gives the words of a frame, nil where nobody asks for them.
func toldBy(r *reading, f *frames.Frame) *rapporteur.Told {
	if !r.explaining || f == nil {
		return nil
	}
	words := f.Words.Range(r.doc)
	if f.Words.Len() == 0 {
		words = r.doc.Tokens[f.Trigger].Range
	}
	t := &rapporteur.Told{Trigger: r.doc.Span(words), Probability: hundredths(f.Probability), Roles: []rapporteur.ToldRole{}}
	for _, x := range f.Fillers {
		if x.Len() > 0 {
			t.Roles = append(t.Roles, rapporteur.ToldRole{Role: string(x.Role), Words: r.doc.Span(x.Range(r.doc)), Probability: hundredths(x.Probability)})
		}
	}
	return t
}

func hundredths(p float64) float64 { return math.Round(100*p) / 100 }
