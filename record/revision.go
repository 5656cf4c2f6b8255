package record

import (
	"slices"
)

// copied is the share of words in common from which a text is a copy, and
// copyDays the days within which a copy appears.
const (
	copied   = 0.45
	copyDays = 3
)

// isCopy reports whether two reports carry the same text. Versions of one article
// are no copies of each other.
func isCopy(a, b *ReportRow) bool {
	alike := sameText(a, b) || nearby(a, b, copyDays) && alike(a.Sketch, b.Sketch) >= copied
	return alike && !isRevision(a, b)
}

// nearby reports whether two reports were published within some days, as far as
// that is known.
func nearby(a, b *ReportRow, limit int) bool {
	x, known := daysOf(a.Published)
	y, too := daysOf(b.Published)
	return !known || !too || x.gap(y) <= limit
}

// isRevision reports whether two reports are versions of one article: they have
// one address, or one outlet and title and much of the text.
func isRevision(a, b *ReportRow) bool {
	for _, x := range a.stood() {
		for _, y := range b.stood() {
			if address(x.URL) != "" && address(x.URL) == address(y.URL) {
				return true
			}
			if x.Outlet != "" && x.Outlet == y.Outlet && x.Title != "" && fold(string(x.Title)) == fold(string(y.Title)) &&
				nearby(a, b, copyDays) && alike(a.Sketch, b.Sketch) >= 0.2 {
				return true
			}
		}
	}
	return false
}

// reportKeys are the addresses of a report and, with the days around, the bands of
// its sketch and its outlets with its titles. A report without a day is compared
// with its like.
func reportKeys(r *ReportRow) []uint64 {
	var out []uint64
	around := []int{undated}
	if d, ok := daysOf(r.Published); ok {
		around = spread([]days{d}, (copyDays+1)/2, 2*copyDays+2)
	}
	for _, when := range around {
		for i := 0; i+rows <= len(r.Sketch); i += rows {
			h := uint64(i)
			for _, n := range r.Sketch[i : i+rows] {
				h = mix(h<<1 ^ uint64(n) ^ h)
			}
			out = append(out, keyed(when, h))
		}
		for _, a := range r.stood() {
			if a.Outlet != "" && a.Title != "" {
				out = append(out, keyed(when, hash("title", string(a.Outlet), fold(string(a.Title)))))
			}
		}
	}
	for _, a := range r.stood() {
		if u := address(a.URL); u != "" {
			out = append(out, hash("url", u))
		}
	}
	if r.ID != r.TextID() { // the first report of a text is found by its id
		out = append(out, textKey(r))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keysOf are all keys of a report; body is nil for one that is damaged.
func keysOf(row *ReportRow, body *Body) []uint64 {
	if body == nil {
		return reportKeys(row)
	}
	return append(reportKeys(row), officeKeys(row, body)...)
}

// later orders two versions of one article: by day, then the longer one, which
// has been added to, then by id, so that the order of arrival does not count.
func later(a, b *ReportRow) bool {
	switch {
	case a.Published != b.Published:
		return a.Published > b.Published
	case a.Length != b.Length:
		return a.Length > b.Length
	}
	return a.standing() > b.standing()
}
