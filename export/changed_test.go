package export_test

import (
	"bytes"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

func changedAs(t *testing.T, c *service.Changed, format string, quotes bool) string {
	t.Helper()
	var b bytes.Buffer
	style := export.Plain()
	if format == "markdown" {
		style = export.Markdown()
	}
	if err := (&export.Changed{Changed: c, Quotes: quotes}).Write(&b, format, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestChanged: each list has its heading, each entry what is said otherwise.
func TestChanged(t *testing.T) {
	to := time.Date(2027, 3, 4, 23, 59, 0, 0, time.Local)
	meeting := only("Word", record.Meeting)
	meeting.Meeting.Status = rapporteur.Held
	fields := []service.FieldChange{{Field: "status", Before: "planned", Now: "held"}, {Field: "date", Now: "2027-03-10"}, {Field: "place", Before: "Nairobi"},
		{Field: "dispute about place", Now: "open"}, {Field: "dispute about date", Before: "open"}, {Field: "sources", Before: "1", Now: "3"}}
	c := &service.Changed{From: time.Date(2027, 3, 1, 23, 59, 0, 0, time.Local), To: &to, About: "the lake", Reports: 3,
		New: []record.Entry{meeting, only("Other", record.Notice)}, Came: map[record.Kind]int{record.Meeting: 4, record.Notice: 1},
		Shifts: full[[]record.Shift]("Word")[:1], Moved: []service.EntryChange{{Entry: meeting, Fields: fields}},
		Withdrawn: []service.EntryChange{{Entry: meeting, Gone: record.GoneRejected}, {Entry: meeting, Gone: record.GoneReread}}, Merged: []service.EntryChange{{Entry: meeting, Into: "m2"}},
		Corrected: []record.Correction{{Action: record.Set, Field: "date", Value: "2027-03-10", Entry: "m1", By: "kim", At: to}}, Confirmed: []service.EntryChange{{Entry: meeting, Fields: fields[5:]}},
		More: map[string]int{"moved": 2}}
	text := changedAs(t, c, "text", true)
	holds(t, text, "What changed on the record after 1 Mar 2027 23:59 up to 4 Mar 2027 23:59: the lake", "3 reports came", "NEW MEETINGS", "and 3 more", "NEW NOTICES", "“Word”", "MOVED", "and 2 more",
		"status: planned, now held", "date: 10 Mar 2027", "place: no longer Nairobi", "    dispute about place\n", "dispute about date is settled", "told by 3, before by 1",
		"WITHDRAWN", "which a person rejected", "which no reading has any more", "FOUND TO BE THE SAME", "now part of m2", "CORRECTED", "by kim", "TOLD BY FURTHER SOURCES")
	holds(t, changedAs(t, c, "markdown", false), "# What changed", "## Found to be the same")
	holds(t, changedAs(t, c, "json", false), `"before": "planned"`, `"withdrawn":`)
	holds(t, changedAs(t, &service.Changed{}, "text", false), "Nothing changed.")
}
