package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// briefed is a brief with a line of each kind.
func briefed() *service.Brief {
	quote := func(day rapporteur.Date, words string) []service.Quote {
		return []service.Quote{{Report: "r1", Text: words, Published: day, Outlet: "Wire"}}
	}
	turn := func(id string, s rapporteur.Stance, day rapporteur.Date, words string) record.Turn {
		return record.Turn{Entry: id, Stance: s, Proposal: "lifting the blockade", Date: day, Outlets: []string{"Wire"}, Quote: rapporteur.Span{Text: words}}
	}
	return &service.Brief{Since: "2027-03-01", Until: "2027-03-31", Reports: 4, Opinions: 1, About: "strait", Sections: []service.Section{
		{ID: service.Met, Name: "Met", Lines: []service.BriefLine{
			{Entries: []string{"m1", "m0"}, When: "2027-03-09", Where: "Port Vey", Who: []string{"Ana Sol", "Bo Lind (host)"}, Kind: "talks", Status: rapporteur.Held,
				Left: []service.Absence{{Presence: rapporteur.Excluded, Who: []string{"The Front"}}}, Outcome: "agreed to meet again", Outlets: []string{"Wire", "Courier"}, Quotes: quote("2027-03-09", "They met.")},
			{Entries: []string{"m2"}, Who: []string{"Aland", "Borland"}, Kind: "meeting", Status: rapporteur.PlannedMeeting, Overdue: true}}},
		{ID: service.Moved, Name: "Who moved", Lines: []service.BriefLine{{Entries: []string{"p2", "p1"}, Shift: &record.Shift{Name: "Aland", Issue: rapporteur.Issue{ID: "blockade", Label: "Blockade"},
			From: turn("p1", rapporteur.Opposes, "2027-03-02", "Never."), To: turn("p2", rapporteur.Supports, "2027-03-20", "Gladly.")}}}},
		{ID: service.Wants, Name: "What each party wants", Lines: []service.BriefLine{{Entries: []string{"p3"}, Who: []string{"Borland"}, What: "lift the blockade", Stance: rapporteur.ConditionalStance,
			Direction: rapporteur.Against, Issue: "Blockade", Condition: "if it is paid", When: "2027-03-11", Quotes: quote("2027-03-11", "If it is paid, Borland will.")}}, More: 2},
		{ID: service.Demanded, Name: "Demanded", Lines: []service.BriefLine{{Entries: []string{"e1"}, Act: "REQUEST", Who: []string{"Aland"}, To: []string{"Borland"}, What: "give back the boats", ClaimedBy: "Cealand", Sources: 2}}},
		{ID: service.Done, Name: "Done", Lines: []service.BriefLine{{Entries: []string{"e2"}, Act: "SANCTION", Mode: "expel", Who: []string{"Aland"}, To: []string{"two diplomats"}, When: "2027-03-12", Modality: rapporteur.Happened},
			{Entries: []string{"e3"}, Act: "RETREAT", Who: []string{"Aland"}, What: "It took its guns away.", Verbatim: true, Disputed: true, Modality: rapporteur.Happened}}},
		{ID: service.InDispute, Name: "In dispute", Lines: []service.BriefLine{{Entries: []string{"e4"}, Act: "ASSAULT", Who: []string{"Aland"}, To: []string{"Borland"}, Modality: rapporteur.Happened, Versions: []service.VersionLine{
			{Field: "date", Value: "2027-03-12", By: []string{"Wire"}}, {Field: "date", Value: "2027-03-13", By: []string{"Courier"}}}}}},
		{ID: service.Thin, Name: "Rests on one report or one party's word", Lines: []service.BriefLine{{What: "one report", Entries: []string{"m2"}}, {Who: []string{"Cealand"}, Entries: []string{"e1"}}}},
	}}
}

func TestBrief(t *testing.T) {
	want := `Brief, 1 Mar 2027 to 31 Mar 2027: strait
from 4 reports; 1 opinion piece gives no facts

MET
Port Vey, 9 Mar 2027: held talks, Ana Sol and Bo Lind (host) (Wire, Courier) [m1 m0]
    left out: The Front (not invited)
    came of it: agreed to meet again
place not reported, day not reported: planned meeting, Aland and Borland [m2]
    no report of it since its day

WHO MOVED
Aland opposed “lifting the blockade”, now supports it (Blockade) [p2 p1]
    p1 before, 2 Mar 2027, Wire: “Never.”
    p2 now, 20 Mar 2027, Wire: “Gladly.”

WHAT EACH PARTY WANTS
Borland: would accept “lift the blockade”, if it is paid (against: Blockade), 11 Mar 2027 [p3]
and 2 more

DEMANDED
Aland of Borland: give back the boats, according to Cealand (2 reports) [e1]

DONE
Aland expelled two diplomats, 12 Mar 2027 [e2]
Aland pulled back or let go: “It took its guns away.” (disputed) [e3]

IN DISPUTE
Aland attacked Borland [e4]
    date: 12 Mar 2027 (Wire), or 13 Mar 2027 (Courier)

RESTS ON ONE REPORT OR ONE PARTY'S WORD
told by one report alone [m2]
on the word of Cealand alone [e1]

rapporteur why ID shows the words that a line stands on, --long all lines.
`
	if d := cmp.Diff(want, written(t, briefed(), "text", false)); d != "" {
		t.Errorf("brief (-want +got):\n%s", d)
	}
	for format, words := range map[string][]string{
		"markdown": {"## Met", "- **Port Vey, 9 Mar 2027**: held talks", `\[m1 m0\]`, "“Gladly.”"},
		"json":     {`"id": "met"`, `"entries": [`, `"direction": "against"`},
		"html":     {"<h2>Met</h2>", "<details><summary><b>Port Vey, 9 Mar 2027</b>", "<details open>", "@media print"},
	} {
		page := written(t, briefed(), format, false)
		for _, w := range words {
			if !strings.Contains(page, w) {
				t.Errorf("%s has no %q:\n%s", format, w, page)
			}
		}
	}
	if long := written(t, briefed(), "text", true); !strings.Contains(long, "“If it is paid, Borland will.”") {
		t.Error("the long brief does not quote")
	}
	if empty := written(t, &service.Brief{Since: "2027-03-01"}, "text", false); !strings.Contains(empty, "Nothing new on the record.") {
		t.Error(empty)
	}
}

func written(t *testing.T, b *service.Brief, format string, quotes bool) string {
	t.Helper()
	style := export.Plain()
	if format == "markdown" {
		style = export.Markdown()
	}
	var out bytes.Buffer
	if err := (&export.Brief{Brief: b, Quotes: quotes}).Write(&out, format, style); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestBriefDocument opens a document as a word processor does: every part is there, and
// is well-formed.
func TestBriefDocument(t *testing.T) {
	for _, text := range append([]string{"Aland"}, hostile...) {
		data := written(t, briefOf(text), "docx", true)
		z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		parts := map[string]bool{}
		for _, f := range z.File {
			parts[f.Name] = true
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			d := xml.NewDecoder(r)
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s of %q is not well-formed: %v", f.Name, text, err)
				}
			}
		}
		for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"} {
			if !parts[name] {
				t.Errorf("no part %s", name)
			}
		}
	}
}

// tagsOfPage are those of our own page; words from outside may add none.
var tagsOfPage = regexp.MustCompile(`</?(html|head|meta|title|style|body|h1|h2|p|section|ul|li|b|span|div|details|summary|blockquote)( [^<>]*)?>|<!DOCTYPE html>`)

func TestBriefPageIsHarmless(t *testing.T) {
	for _, text := range hostile {
		page := written(t, briefOf(text), "html", true)
		if left := regexp.MustCompile(`<[a-zA-Z/!][^>]*>`).FindString(tagsOfPage.ReplaceAllString(page, "")); left != "" {
			t.Fatalf("%q becomes %q", text, left)
		}
		obeyed(t, "page", text, page)
	}
}

// TestBriefSections: faces that lay a brief out themselves get its words clean, line by
// line, with every id.
func TestBriefSections(t *testing.T) {
	b := briefed()
	b.Sections[0].Lines[0].Who[0] = "Ana\x1b[2J\nSol"
	got := (&export.Brief{Brief: b}).Worded()
	if len(got) != len(b.Sections) || got[0].ID != service.Met || got[2].More != 2 {
		t.Fatalf("%d sections: %+v", len(got), got)
	}
	want := export.BriefItem{Lead: "Port Vey, 9 Mar 2027", Rest: "held talks, Ana\ufffd[2J Sol and Bo Lind (host) (Wire, Courier)", Entries: []string{"m1", "m0"},
		Facts: []string{"left out: The Front (not invited)", "came of it: agreed to meet again"}, Quotes: []string{"9 Mar 2027, Wire: “They met.”"}}
	want.Key = got[0].Items[0].Key
	if diff := cmp.Diff(want, got[0].Items[0]); diff != "" || want.Key == "" {
		t.Error(diff)
	}
}

// TestBriefEdits: a line is left out or gets the words of a person, marked as hers.
func TestBriefEdits(t *testing.T) {
	b := &export.Brief{Brief: briefed()}
	before := b.Worded()
	first, second := before[0].Items[0].Key, before[1].Items[0].Key
	b.Edits = map[string]export.BriefEdit{first: {Words: "They met *at last*.", By: "Kim"}, second: {Drop: true}, "met-nothing": {Drop: true}}
	after := b.Worded()
	if got := after[0].Items[0]; got.Lead != "" || got.Rest != "They met *at last*." || !cmp.Equal(got.Facts, []string{"words of Kim"}) || got.Key != first {
		t.Errorf("%+v", got)
	}
	for _, s := range after {
		for _, i := range s.Items {
			if i.Key == second {
				t.Errorf("it was taken out: %+v", i)
			}
		}
	}
	var out strings.Builder
	if err := b.Write(&out, "markdown", export.Markdown()); err != nil || !strings.Contains(out.String(), "words of Kim") || strings.Contains(out.String(), "met *at last*") {
		t.Errorf("%s %v", out.String(), err)
	}
}
