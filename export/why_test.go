package export_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

func TestWhy(t *testing.T) {
	e := summit()
	x := &export.Explanation{Entry: &e, Reasons: []record.Reason{{A: e.Members[0], B: e.Members[1], Rule: "meeting", Because: []string{"both sides", "one day apart"}}}}
	e.Members[1].Content = record.Content{Meeting: &rapporteur.Meeting{Basis: rapporteur.Basis{Evidence: []rapporteur.Span{{End: 21, Text: "The two\nministers met."}}},
		History: []rapporteur.StatusChange{{Evidence: []rapporteur.Span{{Start: 22, End: 42, Text: "They had met before."}}}}}}
	e.Members[0].Content = e.Content
	e.Corrected = []record.Correction{{ID: 3, By: "kim", Action: record.Set, Field: "date", Value: "2027-03-09"}}
	want := `«m1», a meeting, 2 reports, 2 independent sources

r1 2027-03-09 Wire
    “Ana Sol met Bo Lind in Port Vey on Tuesday.”

r2 2027-03-10 Courier
    “The two ministers met.”
    “They had met before.”
    same meeting as in r1: both sides; one day apart

corrected by kim: 3: set date 2027-03-09
`
	var out strings.Builder
	if err := x.Write(&out, "text", export.Plain()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
	out.Reset()
	if err := x.Write(&out, "json", export.Plain()); err != nil || !strings.Contains(out.String(), `"because": [`) {
		t.Errorf("%v %s", err, out.String())
	}
	e.SupersededBy = "m0"
	out.Reset()
	if err := x.Write(&out, "text", export.Plain()); err != nil || out.String() != "m1 became part of m0\n" {
		t.Errorf("%v %s", err, out.String())
	}
}

func TestChanges(t *testing.T) {
	at := time.Date(2027, 3, 10, 8, 0, 0, 0, time.UTC)
	changes := export.Changes{
		{At: at, What: "joined", Report: "r2", Outlet: "Courier", Published: "2027-03-10"},
		{At: at, What: "merged", Entry: "m2"},
		{At: at, What: "corrected", By: "kim", Correction: &record.Correction{ID: 3, Action: record.Reject, Note: "no such talks"}},
	}
	want := `2027-03-10T08:00:00Z  joined  r2  2027-03-10  Courier
2027-03-10T08:00:00Z  merged  m2
2027-03-10T08:00:00Z  corrected  by kim  3: reject no such talks
`
	var out strings.Builder
	if err := changes.Write(&out, "text", export.Plain()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
	out.Reset()
	if err := changes.Write(&out, "json", export.Plain()); err != nil || !strings.HasPrefix(out.String(), "[") {
		t.Errorf("%v %s", err, out.String())
	}
}

func TestKnown(t *testing.T) {
	known := export.Known{
		{ID: "ana-sol", Kind: "person", Name: "Ana Sol", State: "AAA", Names: []string{"Ana Sol"}, Terms: []service.KnownTerm{
			{Office: "foreign-minister", Title: "Minister of Foreign Affairs", For: "AAA", From: "2024-01-02", KnownUntil: "2026-06-30"},
			{Office: "envoy", Title: "Envoy", For: "UN", From: "2020", To: "2023"}}},
		{ID: "AAA", Kind: "state", Name: "Aland", Names: []string{"Aland"}, Status: "member", Sector: "government"},
	}
	for format, want := range map[string]string{
		"tsv": "id\tkind\tname\tstate\toffice\tfor\tfrom\tto\tknown_until\thow\n" +
			"ana-sol\tperson\tAna Sol\tAAA\tforeign-minister\tAAA\t2024-01-02\t\t2026-06-30\ttable\n" +
			"ana-sol\tperson\tAna Sol\tAAA\tenvoy\tUN\t2020\t2023\t\ttable\n" +
			"AAA\tstate\tAland\t\t\t\t\t\t\t\n",
		"text": "ana-sol  person  Ana Sol  AAA  Minister of Foreign Affairs, AAA  2024-01-02 to 2026-06-30+\n" +
			"ana-sol  person  Ana Sol  AAA  Envoy, UN                         2020 to 2023\n" +
			"AAA      state   Aland         member government\n",
	} {
		var out strings.Builder
		if err := known.Write(&out, format); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, out.String()); d != "" {
			t.Errorf("%s: %s", format, d)
		}
	}
	var out strings.Builder
	if err := known.Write(&out, "json"); err != nil || !strings.Contains(out.String(), `"known_until": "2026-06-30"`) {
		t.Errorf("%v %s", err, out.String())
	}
}

func TestCorrections(t *testing.T) {
	at := time.Date(2027, 3, 10, 8, 0, 0, 0, time.UTC)
	of := func(s record.Standing, undone int64, now string) record.Noted {
		return record.Noted{Correction: record.Correction{ID: 3, At: at, By: "kim", Entry: "m1", Kind: record.Meeting, Action: record.Set, Field: "date", Value: "2027-03-08"},
			Standing: s, UndoneBy: undone, Now: now}
	}
	l := export.Corrections([]record.Noted{of(record.Counts, 0, "m1"), of(record.Undone, 5, ""), of(record.LookAgain, 0, ""), of(record.Counts, 0, "m9")})
	var got []string
	for _, item := range l.Items {
		got = append(got, item.Head+": "+item.Lines[0])
	}
	const head = "3: set date 2027-03-08"
	for i, end := range []string{"holds", "taken back by correction 5", "to be looked at again: its words no longer stand", "holds, for m9"} {
		if !strings.HasPrefix(got[i], head) || !strings.HasSuffix(got[i], "by kim · "+end) {
			t.Errorf("%q, want %q", got[i], end)
		}
	}
	if len(l.Rows) != 4 || len(l.Rows[1]) != len(l.Columns) || l.Rows[1][10] != "5" {
		t.Errorf("%q", l.Rows)
	}
	terms := export.Terms([]service.Term{{Kind: "issue", ID: "blockade", Group: "war", Label: "Blockade"}})
	if d := cmp.Diff([]string{"issue", "blockade", "war", "Blockade"}, terms.Rows[0]); d != "" || !strings.Contains(terms.Items[0].Head, "Blockade") {
		t.Errorf("%s %+v", d, terms.Items)
	}
}

// TestPositionsOfParties shows which way each party stands, never a stance alone, and an
// arrow where it has moved.
func TestPositionsOfParties(t *testing.T) {
	stand := func(d rapporteur.Direction, s rapporteur.Stance, condition string, from *record.Turn) *service.Stand {
		out := &service.Stand{Direction: d, Stance: s, Proposal: "lifting the blockade", Condition: condition, Date: "2027-03-09"}
		if from != nil {
			out.Moved = &record.Shift{From: *from}
		}
		return out
	}
	m := &service.PositionMatrix{Issues: []rapporteur.Issue{{ID: "blockade", Label: "Blockade"}, {ID: "troops", Label: "Foreign troops"}}, Parties: []service.PartyStands{
		{Party: "AAA", Name: "Aland", Stands: []*service.Stand{stand(rapporteur.Against, rapporteur.Supports, "", nil), stand("", rapporteur.Supports, "", nil)}},
		{Party: "BBB", Name: "Borland", Stands: []*service.Stand{
			stand(rapporteur.Against, rapporteur.ConditionalStance, "if it is paid", &record.Turn{Direction: rapporteur.InFavour, Stance: rapporteur.Opposes}),
			{Stance: rapporteur.Opposes, Date: "2027-03-09"}}},
		{Party: "CCC", Name: "Cealand", Stands: []*service.Stand{stand(rapporteur.InFavour, rapporteur.Opposes, "", nil), nil}},
	}}
	want := "party,Blockade,Foreign troops\n" +
		"Aland,against: lifting the blockade (9 Mar 2027),wants: lifting the blockade (9 Mar 2027)\n" +
		"Borland,\"for → against, on a condition: lifting the blockade, if it is paid (9 Mar 2027)\",has a position (9 Mar 2027)\n" +
		"Cealand,for: lifting the blockade (9 Mar 2027),\n"
	var out strings.Builder
	if err := export.Positions(m).Write(&out, "csv"); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
}
