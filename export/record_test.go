package export_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

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
	table := &service.AttendanceTable{
		Meetings: []service.MeetingHead{{Entries: []string{"m1", "m0"}, Kind: "talks", Date: "2027-03-09", Place: "Port Vey", Status: rapporteur.Held, Sources: 2},
			{Entries: []string{"m2"}, Kind: "call", Status: rapporteur.PlannedMeeting, Sources: 1}},
		Parties: []service.PartySeats{
			{Party: "AAA", Name: "Aland", Present: 1, Expected: 1, Seats: []service.Seat{{Presence: rapporteur.Present, Role: rapporteur.Host}, {Presence: rapporteur.Expected}}},
			{Party: "~front", Name: "The Front", LeftOut: 1, Seats: []service.Seat{{Presence: rapporteur.Excluded, ClaimedBy: "Borland"}, {}}},
		},
	}
	var b strings.Builder
	if err := export.Attendance(table).Write(&b, "csv"); err != nil {
		t.Fatal(err)
	}
	want := "party,9 Mar 2027 Port Vey held talks m1,day unknown planned call m2,total\nAland,\"present, host\",expected,\"at 1, expected at 1 of 2\"\nThe Front,excluded (says Borland),,left out of 1 of 2\n"
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("attendance (-want +got):\n%s", d)
	}
}

// TestGridFolds: a grid that is wider than the terminal goes on in further blocks, or is
// turned, and no line is longer than the terminal.
func TestGridFolds(t *testing.T) {
	m := &service.PositionMatrix{}
	for i := range 9 {
		issue := rapporteur.Issue{ID: fmt.Sprint("i", i), Label: fmt.Sprintf("Matter number %d of the talks on the strait", i)}
		m.Issues = append(m.Issues, issue)
	}
	for _, name := range []string{"Aland", "Borland"} {
		p := service.PartyStands{Party: name, Name: name}
		for i := range m.Issues {
			p.Stands = append(p.Stands, &service.Stand{Direction: rapporteur.Against, Stance: rapporteur.Opposes, Proposal: fmt.Sprintf("sending observers to harbour %d before the ice is gone", i), Date: "2027-03-09"})
		}
		m.Parties = append(m.Parties, p)
	}
	for _, width := range []int{0, 60, 80, 200} {
		g := export.Positions(m)
		g.Width = width
		var b strings.Builder
		if err := g.Write(&b, "text"); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if n := len([]rune(line)); width > 0 && n > width {
				t.Errorf("a line of %d letters for a width of %d: %s", n, width, line)
			}
		}
		if n := strings.Count(b.String(), "against:"); n != 18 {
			t.Errorf("width %d: %d cells, want 18", width, n)
		}
	}
}
