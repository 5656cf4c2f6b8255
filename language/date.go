package language

import (
	"sort"

	"rapporteur"
	"rapporteur/language/dates"
)

// findDates adds the dates of all paragraphs that are read.
func findDates(d *Document) {
	published, _ := dates.ParseDay(string(d.Report.Published))
	var found []dates.Found
	for _, p := range d.Paragraphs {
		if p.Kind == rapporteur.Boilerplate {
			continue
		}
		tense := func(start, end int) dates.Tense { return tense(d, Range{p.Start + start, p.Start + end}) }
		found = dates.Find(d.Text[p.Start:p.End], published, tense, found[:0])
		for i, f := range found {
			at := Range{p.Start + f.Start, p.Start + f.End}
			switch {
			case f.Kind == dates.Date:
				d.Dates = append(d.Dates, Date{at, rapporteur.Date(f.Value), f.Mismatch})
			case f.Kind == dates.Shift && !named(d, p.Start, found[i:]):
				if value, ok := shifted(d, f, at, published); ok {
					d.Dates = append(d.Dates, Date{at, rapporteur.Date(value), false})
				}
			}
		}
	}
}

// DateAt gives the first expression of time that shares a byte with a range of the
// text, and whether there is one.
func DateAt(doc *Document, at Range) (Date, bool) {
	i := sort.Search(len(doc.Dates), func(i int) bool { return doc.Dates[i].End > at.Start })
	if i == len(doc.Dates) || !doc.Dates[i].Overlaps(at) {
		return Date{}, false
	}
	return doc.Dates[i], true
}

// tense is that of the nearest verb above the words of a range.
func tense(d *Document, r Range) dates.Tense {
	for at := d.tokenAt(r.Start); at >= 0; at = d.Tokens[at].Head {
		if t := d.Tokens[at]; t.UPOS == "VERB" || t.UPOS == "AUX" {
			return tenseOf(d, at)
		}
	}
	return dates.Unknown
}

// tokenAt is the first token that ends after a byte, -1 for none.
func (d *Document) tokenAt(offset int) int {
	low, high := 0, len(d.Tokens)
	for low < high {
		if mid := (low + high) / 2; d.Tokens[mid].End <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(d.Tokens) {
		return -1
	}
	return low
}

// toCome reports whether an auxiliary of the past only says that something was
// to come: "was to be held on Friday", which Friday's report does not call past.
func toCome(d *Document, verb, aux int) bool {
	if aux+1 >= len(d.Tokens) || d.Tokens[aux+1].Lemma != "to" || d.Tokens[aux+1].Head != verb {
		return false
	}
	for c := range d.Children(verb) {
		if d.Tokens[c].Lemma == "have" {
			return false // was to have been held
		}
	}
	return true
}

// tenseOf reads the tense off a verb and its auxiliaries. The present of news
// speaks of what is arranged ("the talks begin on Tuesday"), that of captions
// of what the picture shows.
func tenseOf(d *Document, verb int) dates.Tense {
	perfect := false
	for c := range d.Children(verb) {
		t := d.Tokens[c]
		switch {
		case t.Has("aux", "cop") && (t.Form == "was" || t.Form == "were") && toCome(d, verb, c):
			return dates.Future
		case !t.Has("aux"):
		case t.Lemma == "will" || t.Lemma == "shall" || t.Lemma == "would" || t.Form == "'ll" || t.Form == "’ll":
			return dates.Future
		case t.XPOS == "VBD":
			return dates.Past
		case t.Lemma == "have":
			perfect = true
		}
	}
	caption := d.Paragraphs[d.Sentences[d.SentenceOf(verb)].Paragraph].Kind == rapporteur.Caption
	switch x := d.Tokens[verb].XPOS; {
	case x == "VBD" || perfect || caption:
		return dates.Past
	case x == "VBZ" || x == "VBP" || x == "VBG" && d.Child(verb, "aux") >= 0:
		return dates.Future
	case x == "VB" && d.Tokens[verb].Has("root") && d.Child(verb, "mark") >= 0: // headlines: "leaders to meet"
		return dates.Future
	}
	return dates.Unknown
}
