package record

import (
	"time"

	"rapporteur"
)

// Bounds gives the first and the last day that an EDTF date may mean, empty where it is
// open, or no date.
func Bounds(d rapporteur.Date) (first, last rapporteur.Date) {
	in, ok := daysOf(d)
	if !ok {
		return "", ""
	}
	return dayNamed(in.from), dayNamed(in.to)
}

func dayNamed(day int) rapporteur.Date {
	if day == farPast || day == farFuture {
		return ""
	}
	return rapporteur.Date(time.Unix(int64(day)*24*60*60, 0).UTC().Format(time.DateOnly))
}

// Month is the month of a day, or what there is of it.
func Month(day rapporteur.Date) rapporteur.Date { return day[:min(len(day), len("2006-01"))] }

// MayBeWithin reports whether a report of a day, or of a month of which the day is not
// known, may be of the days from one to another, both included. Empty days are no bounds.
func MayBeWithin(published, since, until rapporteur.Date) bool {
	if since != "" && published < since && (published == "" || published != Month(since)) {
		return false
	}
	return until == "" || published[:min(len(published), len(time.DateOnly))] <= until
}
