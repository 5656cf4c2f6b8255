package export_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// TestDoubt: what is asked, why, the words set off in their paragraph, and the keys.
func TestDoubt(t *testing.T) {
	e := summit()
	long := strings.Repeat("far ", 300)
	d := &service.Doubt{Kind: service.OfEntry, Weight: 0.5, Because: []string{"reports disagree on date"}, Matters: []string{"meeting"}, Part: []string{"r2"},
		Verdicts: []service.Verdict{service.Accepted, service.SplitOff}, Told: []service.Telling{{Entry: "m1", Outlet: "Wire", Published: "2027-03-09",
			Passages: []service.Passage{{Runs: []service.Run{{Text: long + "before"}, {Text: "Ana Sol met\x1b Bo Lind", Evidence: true}, {Text: "after " + long}}}}}}}
	d.Entries = append(d.Entries, e)
	var b strings.Builder
	if err := (&export.Doubt{Doubt: d, At: 1, Of: 3}).Write(&b, export.Plain()); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{"1 of 3 · meeting: one thing, and as it says? (0.50)", "date: 9 Mar 2027 (Wire), or 8 Mar 2027 (Courier)", "doubtful: reports disagree on date",
		"Wire · 9 Mar 2027 · m1", "… ", "before «Ana Sol met\uFFFD Bo Lind» after far", "[a]ccept [s]plit · [n]ext"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	if len(got) > 2500 {
		t.Errorf("%d letters of a long paragraph", len(got))
	}
}

// TestDoubtsOfTwo: two entries or two actors are asked about as such, and listed.
func TestDoubtsOfTwo(t *testing.T) {
	a, b := summit(), summit()
	b.ID = "m2"
	meetings := service.Doubt{Kind: service.OfMeetings, Weight: 0.61, Because: []string{"one place"}, Matters: []string{"meeting"}}
	meetings.Entries = append(meetings.Entries, a, b)
	actors := service.Doubt{Kind: service.OfActors, Weight: 0.2, Actors: []service.Namesake{{Actor: rapporteur.Actor{ID: "~x", Name: "X"}, Entries: 1}, {Actor: rapporteur.Actor{ID: "x", Name: "The X"}, Entries: 2}}}
	actors.Entries = append(actors.Entries, a)
	var text strings.Builder
	for _, d := range []*service.Doubt{&meetings, &actors} {
		if err := (&export.Doubt{Doubt: d, At: 1, Of: 1}).Write(&text, export.Plain()); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"one meeting, or two? (0.61)", "one actor, or two? (0.20)", "~x X, 1 entry\n", "x The X, 2 entries\n"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in:\n%s", want, text.String())
		}
	}
	var csv strings.Builder
	list := export.Doubts(&service.Doubts{Doubts: []service.Doubt{meetings, actors}})
	if err := list.Write(&csv, "csv", export.Plain()); err != nil {
		t.Fatal(err)
	}
	phrase := "\"Ana Sol and Bo Lind (host) met in Port Vey, 9 Mar 2027; The Front not invited"
	want := "weight,kind,entries,what,because,matters\n0.610,same-meeting,m1; m2," + phrase + " / " + phrase[1:] + "\",one place,meeting\n0.200,same-actor,m1," + phrase + " / X / The X\",,\n"
	if d := cmp.Diff(want, csv.String()); d != "" {
		t.Errorf("csv (-want +got):\n%s", d)
	}
}
