package storetest

import (
	"math"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// rows makes reports.
func rows(of ...[3]string) []record.ReportRow {
	var out []record.ReportRow
	for _, r := range of {
		row, _ := report(r[0], r[1], r[2])
		out = append(out, row)
	}
	return out
}

func ids(rows []record.ReportRow) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.ID)
	}
	return out
}

// report is a report of two sentences.
func report(id, outlet, published string) (record.ReportRow, record.Body) {
	row := record.ReportRow{Arrived: at(0), Length: 44, Sketch: []uint32{1, math.MaxUint32},
		Appearances: []record.Appearance{{Outlet: rapporteur.Text(outlet), Published: rapporteur.Date(published)}}}
	row.ID, row.Outlet, row.Published, row.Genre = id, rapporteur.Text(outlet), rapporteur.Date(published), rapporteur.News
	body := record.Body{Text: "The ferries are late — again. Tolls will rise.", Sentences: [][2]int{{0, 29}, {30, 46}}}
	return row, body
}

// at is a time, so many seconds after the first.
func at(seconds int) time.Time {
	return time.Date(2030, 1, 1, 0, 0, seconds, 0, time.UTC)
}
