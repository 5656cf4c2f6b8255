package language

import (
	"slices"
	"strings"

	"rapporteur/language/dates"
)

// near is how many sentences before a day that is counted from another one that
// other may stand.
const near = 3

// deepest and most bound what is asked of a long sentence: how far up its tree, and
// of how many dates.
const (
	deepest = 16
	most    = 8
)

// shifted resolves "the following day" against the date that the text has named
// before it. What is told of a day after the report's was counted from another
// date than that one.
func shifted(d *Document, f dates.Found, at Range, published dates.Day) (string, bool) {
	from := reference(d, at)
	if from == nil && f.Shift == 0 && !published.IsZero() && withinDay(d, at) {
		return published.String(), true
	}
	if from == nil {
		return "", false
	}
	value, ok := f.ShiftFrom(string(from.Value))
	if !ok {
		return "", false
	}
	day, _ := dates.ParseDay(strings.TrimSuffix(value, "~"))
	told := !published.IsZero() && published.Before(day) && tense(d, at) == dates.Past
	return value, !told
}

// withinDay reports whether words speak of a time of the day of which the whole text
// tells: "later in the day".
func withinDay(d *Document, at Range) bool {
	first := strings.ToLower(strings.Fields(d.Text[at.Start:at.End])[0])
	return first == "later" || first == "earlier"
}

// reference gives the date that a later one counts from, nil for none: of the
// same sentence the last one before it, of the last sentence that has dates the
// one nearest to its root. When something was said comes after when it was done:
// "the two met on Tuesday, an aide said on Thursday. The next day …".
func reference(d *Document, at Range) *Date {
	token := d.tokenAt(at.Start)
	if token < 0 {
		return nil
	}
	here := d.SentenceOf(token)
	var best *Date
	var weight int
	for i := len(d.Dates) - 1; i >= max(0, len(d.Dates)-most); i-- {
		x := &d.Dates[i]
		t := d.tokenAt(x.Start)
		if x.End > at.Start || t < 0 {
			continue
		}
		s := d.SentenceOf(t)
		if here-s > near || best != nil && s != d.SentenceOf(d.tokenAt(best.Start)) {
			break
		}
		w := depth(d, t)
		if s == here {
			w = 0
		}
		if ofSaying(d, t) {
			w += len(d.Tokens)
		}
		if best == nil || w < weight {
			best, weight = x, w
		}
	}
	return best
}

// depth is how far a token lies below the root of its sentence.
func depth(d *Document, token int) int {
	n := 0
	for at := d.Tokens[token].Head; at >= 0 && n < deepest; at = d.Tokens[at].Head {
		n++
	}
	return n
}

// ofSaying reports whether a date belongs to a verb that reports what others do,
// before its clause or behind it.
func ofSaying(d *Document, token int) bool {
	at := token
	for n := 0; at >= 0 && d.Tokens[at].UPOS != "VERB" && n < deepest; n++ {
		at = d.Tokens[at].Head
	}
	return at >= 0 && (d.Tokens[at].Has("parataxis") || d.Child(at, "ccomp") >= 0)
}

// named reports whether the day that the first of some expressions counts is named
// right behind it: "the next day, Wednesday", "a day later, on 3 March".
func named(d *Document, start int, found []dates.Found) bool {
	if len(found) < 2 || found[1].Kind != dates.Date {
		return false
	}
	between := strings.TrimSpace(d.Text[start+found[0].End : start+found[1].Start])
	return slices.Contains([]string{",", "on", ", on", "(", "-", "–", "—"}, between)
}
