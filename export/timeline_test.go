package export_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

func aTimeline() *service.Timeline {
	at := time.Date(2027, 4, 2, 12, 0, 0, 0, time.Local)
	seat := func(lane int, part service.Part, p rapporteur.Presence) service.LaneSeat {
		return service.LaneSeat{Lane: lane, Part: part, Presence: p}
	}
	return &service.Timeline{Since: "2027-03-01", About: "the lake", AsOf: &at, LastReport: "2027-04-01", Undated: 2, Doubtful: 3, Entries: 4, Total: 9,
		Lanes: []service.Lane{{Party: "KEN", Name: "Kenya", Marks: 3}, {Party: "~lake-board", Name: "Lake Board", Marks: 1}, {Party: "~herders", Name: "herders", Marks: 1}, {Party: "~last-bank", Name: "Last Bank", Marks: 1}, {Name: "others", Marks: 1, LeftOut: 1}},
		Marks: []service.Mark{
			{Of: record.Meeting, First: "2027-03-10", Last: "2027-03-10", Exact: true, Course: service.CameAbout, Seats: []service.LaneSeat{seat(0, service.AtIt, rapporteur.Present), seat(4, service.KeptOut, rapporteur.Excluded)},
				BriefLine: service.BriefLine{Entries: []string{"m1"}, When: "2027-03-10", Where: "Nairobi", Kind: "talks", Status: rapporteur.Held, Who: []string{"Kenya", "Lake Board"}, What: "fish", Outcome: "agreed to meet again",
					Left: []service.Absence{{Presence: rapporteur.Excluded, Who: []string{"herders"}}}}},
			{Of: record.Event, First: "2027-03-01", Last: "2027-03-31", Course: service.CameToNil, Seats: []service.LaneSeat{seat(0, service.DoesIt, ""), seat(1, service.Undergoes, ""), seat(2, service.Mutual, "")},
				BriefLine: service.BriefLine{Entries: []string{"e1"}, When: "2027-03", Where: "Mombasa", Act: "SANCTION", Modality: rapporteur.Denied, Who: []string{"Kenya"}, To: []string{"Lake Board"}, What: "the minister’s words", Verbatim: true}},
			{Of: record.Event, First: "2027-03-20", Last: "2027-03-20", Told: true, Course: service.CameAbout, Seats: []service.LaneSeat{}, BriefLine: service.BriefLine{Entries: []string{"e2"}, Act: "AGREE", Modality: rapporteur.Happened, Who: []string{"Kenya"}}},
			{Of: record.Meeting, First: "2027-05-01", Last: "2027-05-31", ToCome: true, Course: service.Intended, Seats: []service.LaneSeat{seat(0, service.Awaited, rapporteur.Expected)},
				BriefLine: service.BriefLine{Entries: []string{"m2"}, When: "2027-05?", Kind: "summit", Status: rapporteur.PlannedMeeting}},
		}}
}

func timelineAs(t *testing.T, l *service.Timeline, format string, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := (&export.Timeline{Timeline: l, Width: width}).Write(&b, format, export.Plain()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func holds(t *testing.T, text string, all ...string) {
	t.Helper()
	for _, words := range all {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in\n%s", words, text)
		}
	}
}

// TestTimelineForms: a timeline as text, Markdown, JSON and a drawing says the same.
func TestTimelineForms(t *testing.T) {
	text := timelineAs(t, aTimeline(), "text", 90)
	holds(t, text, "Timeline, since 1 Mar 2027: the lake", "the last report is of 1 Apr 2027; as the record stood at 2 Apr 2027 12:00; 2 without a day and 3 doubtful left out",
		"KEN   LB    herde LB2   other", "10 Mar 2027   ●", "×     held talks, Nairobi: Kenya and", "herders not invited; about fish", "≈ Mar 2027    ▸     ◂     ◆", "Kenya did not sanction Lake Board",
		"≈ told 20", "the last report; from here on it is to come", "about May     ○", "planned summit: nobody who is", "others, 1 entry, left out of 1", "KEN   Kenya, 3 entries", "× left out, or stayed away")
	markdown := timelineAs(t, aTimeline(), "markdown", 0)
	holds(t, markdown, "| day | what | Kenya | Lake Board |", "| 10 Mar 2027 |", "excluded |", "about May 2027 (to come)", "to whom it is done")
	holds(t, timelineAs(t, aTimeline(), "json", 0), `"part": "left-out"`, `"to_come": true`, `"as_of":`)
	svg := timelineAs(t, aTimeline(), "svg", 0)
	holds(t, svg, "others: excluded", "Kenya: does it", "chart-off", "chart-planned", "chart-now")
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// TestTimelineOfNothing: an empty timeline says so in every form.
func TestTimelineOfNothing(t *testing.T) {
	nothing := &service.Timeline{Until: "2027-03-01", Doubtful: 1, Lanes: []service.Lane{}, Marks: []service.Mark{}}
	holds(t, timelineAs(t, nothing, "text", 0), "Timeline, up to 1 Mar 2027", "the last report is of no day; 1 doubtful left out", "Nothing with a day on the record.")
	holds(t, timelineAs(t, nothing, "md", 0), "nothing with a day on the record")
	holds(t, timelineAs(t, nothing, "svg", 0), "nothing with a day on the record")
}

// TestDrawn: a drawing links its rows where somebody says to what, and no word in it is one
// that a terminal obeys.
func TestDrawn(t *testing.T) {
	l := full[*service.Timeline]("a\x1b[31m\u202eb")
	c := export.Drawn(l, func(id string) string { return "/entries/" + id })
	var b bytes.Buffer
	if err := c.SVG(&b); err != nil {
		t.Fatal(err)
	}
	obeyed(t, "drawing", "hostile", b.String())
	got := export.Drawn(aTimeline(), func(id string) string { return "/entries/" + id })
	if got.Rows[0].Link != "/entries/m1" || got.Rows[3].Gap == 0 || got.Now != 3 {
		t.Errorf("the drawing is %+v", got)
	}
}
