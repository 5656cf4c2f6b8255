package export_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// summit is a meeting of two ministers without a third party, told by two outlets
// that disagree on the day.
func summit() record.Entry {
	words := rapporteur.Span{Report: "r1", Start: 0, End: 40, Text: "Ana Sol met Bo Lind in Port Vey on Tuesday."}
	m := &rapporteur.Meeting{
		Basis: rapporteur.Basis{Confidence: 0.9, Evidence: []rapporteur.Span{words}}, Kind: "talks", Status: rapporteur.Held, Date: "2027-03-09",
		Place: &rapporteur.Place{Name: "Port Vey"}, Attendance: []rapporteur.Attendance{
			{Actor: "ana-sol", For: "AAA", Role: rapporteur.Participant, Presence: rapporteur.Present},
			{Actor: "bo-lind", For: "BBB", Role: rapporteur.Host, Presence: rapporteur.Present},
			{Actor: "AAA", For: "AAA", Role: rapporteur.Participant, Presence: rapporteur.Present},
			{Actor: "the-front", For: "the-front", Presence: rapporteur.Excluded},
		},
	}
	return record.Entry{
		ID: "m1", Kind: record.Meeting, First: "2027-03-09", Last: "2027-03-10", Sources: 2, Outlets: []string{"Wire", "Courier"},
		Content: record.Content{Meeting: m},
		Names:   map[string]string{"ana-sol": "Ana Sol", "bo-lind": "Bo Lind", "AAA": "Aland", "BBB": "Borland", "the-front": "The Front"},
		Members: []record.Member{{Report: "r1", ID: "a", Published: "2027-03-09", Outlet: "Wire"}, {Report: "r2", ID: "b", Published: "2027-03-10", Outlet: "Courier"}},
		Disputes: []record.Dispute{{Field: "date", Versions: []record.Version{
			{Value: "2027-03-09", Sources: 1, Reports: []string{"r1"}}, {Value: "2027-03-08", Sources: 1, Reports: []string{"r2"}}}}},
	}
}

func act(typ string, m rapporteur.Modality, to ...string) *record.Entry {
	return &record.Entry{ID: "e1", Kind: record.Event, Content: record.Content{Event: &rapporteur.Event{
		Plover: rapporteur.Plover{Type: typ}, Actors: []string{"AAA"}, Recipients: to, Modality: m}},
		Names: map[string]string{"AAA": "Aland", "BBB": "Borland"}}
}

func TestPhrase(t *testing.T) {
	s := summit()
	tests := []struct {
		entry *record.Entry
		want  string
	}{
		{&s, "Ana Sol and Bo Lind (host) met in Port Vey, 9 Mar 2027; The Front not invited"},
		{act("ASSAULT", rapporteur.Happened, "BBB"), "Aland attacked Borland"},
		{act("SANCTION", rapporteur.Threatened, "BBB"), "Aland threatens to sanction Borland"},
		{act("RETREAT", rapporteur.Refused), "Aland refused to pull back or let go"},
		{act("AID", rapporteur.Denied, "BBB"), "Aland did not give aid to Borland"},
		{&record.Entry{Content: record.Content{Position: &rapporteur.Position{Actor: "~a-small-party", Stance: rapporteur.Opposes, Proposal: "lifting the embargo"}}},
			"a small party opposes: lifting the embargo"},
	}
	for _, test := range tests {
		if got := export.Phrase(test.entry); got != test.want {
			t.Errorf("Phrase = %q, want %q", got, test.want)
		}
	}
}

func TestDay(t *testing.T) {
	for date, want := range map[rapporteur.Date]string{
		"2027-03-09": "9 Mar 2027", "2027-03": "Mar 2027", "2027": "2027", "2027-03-09/2027-03-12": "9 to 12 Mar 2027",
		"../2027-06-30": "by 30 Jun 2027", "2027-03-01/2027-04-02": "1 Mar 2027 to 2 Apr 2027", "2027-06~": "about Jun 2027", "": "",
	} {
		if got := export.Day(date); got != want {
			t.Errorf("Day(%q) = %q, want %q", date, got, want)
		}
	}
}

func TestListingForms(t *testing.T) {
	l := export.Entries([]record.Entry{summit()})
	want := map[string]string{
		"text": "m1 Ana Sol and Bo Lind (host) met in Port Vey, 9 Mar 2027; The Front not invited\n" +
			"    “Ana Sol met Bo Lind in Port Vey on Tuesday.”\n    [Wire, 9 Mar 2027; Courier, 10 Mar 2027]\n" +
			"    disputed: date: 9 Mar 2027 (Wire), or 8 Mar 2027 (Courier)\n",
		"csv": "id,kind,first,last,date,status,what,sources,outlets,disputed,quote\n" +
			"m1,meeting,2027-03-09,2027-03-10,2027-03-09,held,\"Ana Sol and Bo Lind (host) met in Port Vey, 9 Mar 2027; The Front not invited\",2,Wire; Courier,date,“Ana Sol met Bo Lind in Port Vey on Tuesday.”\n",
	}
	for form, text := range want {
		var b strings.Builder
		if err := l.Write(&b, form, export.Plain()); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(text, b.String()); d != "" {
			t.Errorf("%s (-want +got):\n%s", form, d)
		}
	}
}

func TestCellsAreNoFormulas(t *testing.T) {
	l := &export.Listing{Columns: []string{"quote"}, Rows: [][]string{{"=HYPERLINK(1)"}}}
	var b strings.Builder
	if err := l.Write(&b, "csv", export.Plain()); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != "quote\n'=HYPERLINK(1)\n" {
		t.Errorf("csv = %q", got)
	}
}

func TestAttendance(t *testing.T) {
	var b strings.Builder
	if err := export.Attendance([]record.Entry{summit()}).Write(&b, "csv"); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff("party,M1\nAland,present\nBorland,host\nThe Front,excluded\n", b.String()); d != "" {
		t.Errorf("attendance (-want +got):\n%s", d)
	}
}

func TestBrief(t *testing.T) {
	b := &export.Brief{Since: "2027-03-01", Until: "2027-03-31", Reports: 2, Entries: []record.Entry{summit()}}
	b.Arrange(5)
	var out strings.Builder
	if err := b.Write(&out, "text", export.Plain()); err != nil {
		t.Fatal(err)
	}
	want := `Brief, 1 Mar 2027 to 31 Mar 2027
from 2 reports

MET
m1 Ana Sol and Bo Lind (host) met in Port Vey, 9 Mar 2027; The Front not invited [Wire, 9 Mar 2027; Courier, 10 Mar 2027]
    “Ana Sol met Bo Lind in Port Vey on Tuesday.”

LEFT OUT
m1 The Front not invited: talks in Port Vey, 9 Mar 2027 [Wire, 9 Mar 2027; Courier, 10 Mar 2027]

IN DISPUTE
m1 Ana Sol and Bo Lind (host) met in Port Vey, 9 Mar 2027; The Front not invited
    date: 9 Mar 2027 (Wire), or 8 Mar 2027 (Courier)
`
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Errorf("brief (-want +got):\n%s", d)
	}
}

// told is a meeting of a day, as far along as said, told by one report.
func told(id string, status rapporteur.Status, day, published rapporteur.Date) record.Entry {
	m := &rapporteur.Meeting{Status: status, Date: day, Attendance: []rapporteur.Attendance{
		{Actor: "AAA", For: "AAA", Presence: rapporteur.Expected}, {Actor: "BBB", For: "BBB", Presence: rapporteur.Expected}}}
	return record.Entry{ID: id, Kind: record.Meeting, Last: published, Sources: 1, Content: record.Content{Meeting: m},
		Names: map[string]string{"AAA": "Aland " + id, "BBB": "Borland"}}
}

func heads(b *export.Brief, section string) []string {
	var out []string
	for _, s := range b.Sections {
		for _, item := range s.Items {
			if s.Name == section {
				out = append(out, item.Entry)
			}
		}
	}
	return out
}

func TestBriefToCome(t *testing.T) {
	b := &export.Brief{Entries: []record.Entry{
		told("open", rapporteur.PlannedMeeting, "", "2027-03-10"),
		told("gone", rapporteur.PlannedMeeting, "2027-03-08", "2027-03-07"),
		told("stale", rapporteur.Proposed, "", "2027-01-10"),
		told("span", rapporteur.PlannedMeeting, "2027-03-08/2027-03-11", "2027-03-07"),
		told("late", rapporteur.Proposed, "2027-04-02", "2027-03-09"),
		told("soon", rapporteur.PlannedMeeting, "2027-03-12", "2027-03-10"),
		told("month", rapporteur.PlannedMeeting, "2027-05", "2027-03-10"),
	}}
	b.Arrange(5)
	if d := cmp.Diff([]string{"span", "soon", "late", "month", "open"}, heads(b, "To come")); d != "" {
		t.Errorf("to come (-want +got):\n%s", d)
	}
}

// What is quoted says what the record says, though the announcement came first.
func TestBriefQuotesWhatStands(t *testing.T) {
	e := told("m2", rapporteur.Held, "2027-03-12", "2027-03-13")
	says := func(status rapporteur.Status, words string) record.Member {
		return record.Member{Outlet: "Wire", Content: record.Content{Meeting: &rapporteur.Meeting{
			Status: status, Basis: rapporteur.Basis{Evidence: []rapporteur.Span{{Text: words}}}}}}
	}
	e.Members = []record.Member{says(rapporteur.PlannedMeeting, "They will meet."), says(rapporteur.Held, "They met.")}
	e.Disputes = []record.Dispute{{Field: "status", Versions: []record.Version{{Value: "held", Sources: 2}, {Value: "cancelled", Sources: 1}}}}
	b := &export.Brief{Since: "2027-03-01", Entries: []record.Entry{e}}
	b.Arrange(5)
	var out strings.Builder
	if err := b.Write(&out, "markdown", export.Markdown()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"met, 12 Mar 2027 (disputed) \\[Wire", "“They met.”", "status: held (2 sources), or cancelled (1 source)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("brief has no %q:\n%s", want, out.String())
		}
	}
}

func TestBriefSaid(t *testing.T) {
	say := func(id string, act rapporteur.Text, words string) record.Entry {
		return record.Entry{ID: id, Kind: record.Statement, Sources: 1, Content: record.Content{Statement: &rapporteur.Statement{
			Basis: rapporteur.Basis{Confidence: 0.9}, Speakers: []string{"AAA"}, Act: act, Content: []rapporteur.Span{{Text: words}}}}}
	}
	b := &export.Brief{Entries: []record.Entry{say("s1", "assert", "it rains"), say("s2", "warn", "the dam will not hold for long"), say("s3", "threaten", ""), say("s4", "demand", "an end")}}
	b.Arrange(5)
	if d := cmp.Diff([]string{"s2"}, heads(b, "Said")); d != "" {
		t.Errorf("said (-want +got):\n%s", d)
	}
}
