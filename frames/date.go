package frames

import (
	"strconv"
	"time"

	"rapporteur"
	"rapporteur/language"
)

// When gives the date that fills a role of a frame, moved by the days that the frame
// says; empty where there is none.
func When(doc *language.Document, f *Frame, role Role) rapporteur.Date {
	head := f.Head(role)
	if head < 0 {
		return ""
	}
	if d, ok := language.DateAt(doc, doc.Tokens[head].Range); ok {
		if days, err := strconv.Atoi(f.Attribute(Offset)); err == nil && role == Date {
			return Shift(d.Value, days)
		}
		return d.Value
	}
	return ""
}

// Shift moves a day; what is no day is empty.
func Shift(day rapporteur.Date, days int) rapporteur.Date {
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return ""
	}
	return rapporteur.Date(t.AddDate(0, 0, days).Format(time.DateOnly))
}
