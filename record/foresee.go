package record

import (
	"slices"

	"rapporteur"
)

// foreseen is what was looked up at once for all readings of a portion, and is kept as the
// portion changes it.
type foreseen struct {
	tx Update
	// ids are the reports that readings will be found to be, nil for those that are not
	// there.
	ids map[string]*ReportRow
	// drafts are the rows of readings that seem to be new.
	drafts map[*rapporteur.Reading]*ReportRow
	// owners are the reports that have the keys of these.
	owners map[uint64][]int64
}

func foreseeNothing(tx Update) *foreseen {
	return &foreseen{tx, map[string]*ReportRow{}, map[*rapporteur.Reading]*ReportRow{}, map[uint64][]int64{}}
}

// named gives a report by its id, nil for none.
func (f *foreseen) named(id string) (*ReportRow, error) {
	if row, known := f.ids[id]; known {
		return row, nil
	}
	return f.tx.Report(id)
}

// reportOwners gives the reports that have some keys, by key.
func (f *foreseen) reportOwners(keys []uint64) (map[uint64][]int64, error) {
	out := map[uint64][]int64{}
	for _, key := range keys {
		some, known := f.owners[key]
		if !known {
			return f.tx.Owners(OfReports, keys...)
		}
		out[key] = slices.Clone(some)
	}
	return out, nil
}

// putReportKeys gives a report its keys.
func (f *foreseen) putReportKeys(report int64, keys []uint64) error {
	for _, key := range keys {
		if some, known := f.owners[key]; known && !slices.Contains(some, report) {
			f.owners[key] = append(slices.Clone(some), report)
		}
	}
	return f.tx.PutKeys(OfReports, report, keys)
}

// dropReportKeys takes them from it.
func (f *foreseen) dropReportKeys(report int64, keys []uint64) error {
	for _, key := range keys {
		if some, known := f.owners[key]; known {
			f.owners[key] = slices.DeleteFunc(slices.Clone(some), func(n int64) bool { return n == report })
		}
	}
	return f.tx.DropKeys(OfReports, report, keys)
}
