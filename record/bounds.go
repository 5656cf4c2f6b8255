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
