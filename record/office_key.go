package record

import (
	"slices"

	"rapporteur"
)

// What reports say of offices is found by keys beside those by which reports find
// their like: who names a holder, who leaves it to others to name one, and who was
// read as others said that no longer do.

// termDays is for how many days after a report has named the holder of an office the
// same person is presumed to hold it: of those whom the tables have, three in four do
// a year later.
const termDays = 365

// officeDays is the number of days that lie together.
const officeDays = 30

// The ways in which a report speaks of an office.
const (
	naming  = "names a holder"
	leaving = "leaves the holder open"
)

var (
	namingAny = hash(naming)
	outdated  = hash("to be read again")
)

// officeKey finds the reports of some days that speak of an office.
func officeKey(how string, p rapporteur.Post, when int) uint64 {
	return keyed(when, hash(how, p.Office, p.For))
}

// officeKeys are the keys of what a report says of offices. A report without a day
// says nothing that could be looked up.
func officeKeys(r *ReportRow, body *Body) []uint64 {
	var out []uint64
	if body.Outdated {
		out = append(out, outdated)
	}
	d, known := publishedOn(r)
	if !known {
		return out
	}
	when := floor(d, officeDays)
	for i := range body.Incumbents {
		out = append(out, namingAny, officeKey(naming, body.Incumbents[i].Post(), when))
	}
	for _, p := range body.Open {
		out = append(out, officeKey(leaving, p.Post, when))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// publishedOn gives the day of a report, false where it is not known to the day.
func publishedOn(r *ReportRow) (int, bool) {
	d, ok := daysOf(r.Published)
	return d.from, ok && d.from == d.to
}
