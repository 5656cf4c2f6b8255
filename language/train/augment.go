package train

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How often a sentence is changed into a form that news has and the corpora
// lack.
const (
	lowerRate    = 0.03 // all in lower case
	upperRate    = 0.03 // headline in capitals
	titleRate    = 0.04 // Headline with Capitals
	openEndRate  = 0.07 // headline without a stop
	longWordRune = 3
)

// vary gives the sentence or a changed copy of it.
func vary(e *Example, r *rand.Rand) *Example {
	if r.Float64() < openEndRate {
		e = openEnd(e)
	}
	switch x := r.Float64(); {
	case x < lowerRate:
		return withForms(e, strings.ToLower)
	case x < lowerRate+upperRate:
		return withForms(e, strings.ToUpper)
	case x < lowerRate+upperRate+titleRate:
		return withForms(e, title)
	}
	return e
}

func withForms(e *Example, change func(string) string) *Example {
	changed := *e
	changed.Forms = make([]string, len(e.Forms))
	for i, form := range e.Forms {
		changed.Forms[i] = change(form)
	}
	return &changed
}

// title gives long words a capital.
func title(form string) string {
	if utf8.RuneCountInString(form) <= longWordRune {
		return form
	}
	first, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(first)) + form[size:]
}

// openEnd leaves out a final stop, which no word depends on and no name ends
// with.
func openEnd(e *Example) *Example {
	last := len(e.Forms) - 1
	if last < 3 || e.Forms[last] != "." || slices.Contains(e.Heads, int32(last+1)) {
		return e
	}
	if e.Names != nil && e.Names[last] != 0 {
		return e
	}
	return &Example{
		e.Forms[:last], upTo(e.Tags, last), upTo(e.Relations, last), upTo(e.Names, last), upTo(e.Heads, last),
		upTo(e.TagBeliefs, last), upTo(e.HeadBeliefs, last),
	}
}

func upTo[T any](all []T, last int) []T {
	if all == nil {
		return nil
	}
	return all[:last]
}
