package record_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// state is all that a record says, apart from ids and times of arrival.
type state struct {
	Members  []string
	Content  string
	Disputes string
	Sources  int
	Outlets  []string
}

// clock ticks a second at every look.
func clock() func() time.Time {
	now := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

func newRecord() *record.Record { return record.New(memory.New(), clock()) }

// states gives all entries of a record in an order of their own.
func states(t rapid.TB, r *record.Record) []state {
	t.Helper()
	entries, err := r.Entries(context.Background(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	names := placeNames(t, r)
	var out []state
	for _, e := range entries {
		content, err := json.Marshal(e.Content)
		if err != nil {
			t.Fatal(err)
		}
		s := state{Content: names.Replace(string(content)), Disputes: disputes(e, names), Sources: e.Sources, Outlets: e.Outlets}
		for _, m := range e.Members {
			s.Members = append(s.Members, names.Replace(`"`+m.Report+`"`)+" "+m.ID+" wire "+strings.Split(m.Wire, "@")[0])
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b state) int { return slices.Compare(a.Members, b.Members) })
	return out
}

// placeNames replaces the ids of reports by their texts and places: which report of a
// text came first, and has the id of the text, depends on the order.
func placeNames(t rapid.TB, r *record.Record) *strings.Replacer {
	t.Helper()
	reports, err := r.Reports(context.Background(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, one := range reports {
		url := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(string(one.URL), "?utm_source=x"), "http://www."), "https://")
		pairs = append(pairs, `"`+one.ID+`"`, fmt.Sprintf("%q", one.TextID()+" at "+string(one.Outlet)+" "+url))
	}
	return strings.NewReplacer(pairs...)
}

func disputes(e record.Entry, names *strings.Replacer) string {
	data, _ := json.Marshal(e.Disputes) // they have been decoded from JSON
	return names.Replace(string(data))
}

func add(t rapid.TB, r *record.Record, readings ...*rapporteur.Reading) {
	t.Helper()
	if _, err := r.Add(context.Background(), readings...); err != nil {
		t.Fatal(err)
	}
}

// TestOrder adds the same reports in two orders and in portions of different
// sizes: the record is the same.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readings := someReadings(t)
		one, other := newRecord(), newRecord()
		add(t, one, readings...)
		rest := rapid.Permutation(readings).Draw(t, "order")
		for len(rest) > 0 {
			n := rapid.IntRange(1, len(rest)).Draw(t, "portion")
			add(t, other, rest[:n]...)
			rest = rest[n:]
		}
		if diff := cmp.Diff(states(t, one), states(t, other)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestMarkedShifts finds the shifts that walking along the lines finds, however the
// reports came and went.
func TestMarkedShifts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readings := distinct(someReadings(t))
		r := newRecord()
		for some := range slices.Chunk(readings, rapid.IntRange(1, len(readings)).Draw(t, "portion")) {
			add(t, r, some...)
		}
		if rapid.Bool().Draw(t, "remove") {
			if _, err := r.Remove(context.Background(), record.Removal{Reports: []string{readings[0].Report.ID}}); err != nil {
				t.Fatal(err)
			}
		}
		lines, err := r.Lines(context.Background(), record.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Shifts(context.Background(), record.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		var want []record.Shift
		for _, l := range lines {
			want = append(want, l.Shifts...)
		}
		byEntry := func(a, b record.Shift) int { return strings.Compare(a.To.Entry, b.To.Entry) }
		slices.SortFunc(got, byEntry)
		slices.SortFunc(want, byEntry)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestRemoveIsNeverAdded removes reports: what is left is what the others alone
// would have given.
func TestRemoveIsNeverAdded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readings := distinct(someReadings(t))
		keep := rapid.IntRange(0, len(readings)-1).Draw(t, "keep")
		one, other := newRecord(), newRecord()
		add(t, one, readings...)
		var ids []string
		for _, r := range readings[keep:] {
			ids = append(ids, r.Report.ID)
		}
		gone, err := one.Remove(context.Background(), record.Removal{Reports: ids})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(ids, gone); diff != "" {
			t.Error(diff)
		}
		add(t, other, readings[:keep]...)
		if diff := cmp.Diff(states(t, other), states(t, one)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestRereadOfTheSame changes nothing, not even what is known of an entry's past.
func TestRereadOfTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readings := distinct(someReadings(t))
		r := newRecord()
		add(t, r, readings...)
		before, err := r.Entries(context.Background(), record.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Reread(context.Background(), readings...); err != nil {
			t.Fatal(err)
		}
		after, err := r.Entries(context.Background(), record.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatal(diff)
		}
	})
}

// distinct leaves out texts that come twice.
func distinct(readings []*rapporteur.Reading) []*rapporteur.Reading {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(readings), func(r *rapporteur.Reading) bool {
		twice := seen[r.Report.ID]
		seen[r.Report.ID] = true
		return twice
	})
}

// The invented world of the property tests is small, so that much in it is the
// same and much nearly so.
var (
	texts = []string{
		"the envoys of the two river states sat down in the old customs house this morning and spoke for three hours about the bridge the ferries and the tolls that each side takes from the other without a word to those who wait outside",
		"a long line of lorries stood at the northern crossing on friday while ministers quarrelled over who may inspect them and under what flag and nobody in the capital would say when the gates would open again for traders",
		"short of words",
	}
	quotes = []string{
		"we shall not give up a single span of that bridge while I hold this office",
		"not a single span of that bridge while I hold this office",
		"the tolls will be halved before the winter comes, and everyone knows it",
		"no deal",
	}
	sides   = []string{"AAA", "BBB", "CCC"}
	persons = map[string][]string{"AAA": {"anna-ahl", "arno-abt"}, "BBB": {"bela-bor"}, "CCC": {"cora-cle"}}
)

func someReadings(t *rapid.T) []*rapporteur.Reading {
	var out []*rapporteur.Reading
	for i := range rapid.IntRange(2, 7).Draw(t, "reports") {
		r := someReading(t, i)
		if i > 0 && rapid.Bool().Draw(t, "again") { // the same words elsewhere
			earlier := *out[rapid.IntRange(0, i-1).Draw(t, "earlier")]
			earlier.Report.Outlet, earlier.Report.URL, earlier.Report.Published = r.Report.Outlet, r.Report.URL, r.Report.Published
			r = &earlier
		}
		out = append(out, r)
	}
	return out
}

func pick[T any](t *rapid.T, label string, from ...T) T {
	return rapid.SampledFrom(from).Draw(t, label)
}

func someReading(t *rapid.T, i int) *rapporteur.Reading {
	text := pick(t, "text", texts...) + pick(t, "end", "", " and so on to the end of it") + fmt.Sprint(" number ", i)
	day := func(label string) rapporteur.Date {
		return pick(t, label, rapporteur.Date(""), "2030-01-03", "2030-01-04", "2030-01-05", "2030-01-03/2030-01-05", "2030-01", "2030-01-09")
	}
	r := &rapporteur.Reading{Report: rapporteur.Report{
		ID: fmt.Sprintf("%c%x%d", 'a'+byte(len(text)%23), strings.Count(text, "a"), i), Text: text, Genre: rapporteur.News, Language: "en",
		URL:       pick(t, "url", rapporteur.Text(""), "https://a.example/1", "http://www.a.example/1?utm_source=x", "https://b.example/2"),
		Outlet:    pick(t, "outlet", rapporteur.Text("Echo"), "Courier", ""),
		Title:     pick(t, "title", rapporteur.Text("Tolls"), "Bridge"),
		Published: pick(t, "published", rapporteur.Date("2030-01-03"), "2030-01-04", "2030-01-06"),
	}}
	r.Report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: len(text), Kind: rapporteur.Body}}
	for _, s := range sides {
		r.Actors = append(r.Actors, rapporteur.Actor{ID: s, Known: true, Name: "The " + s, Kind: rapporteur.State, State: rapporteur.Text(s)})
		for _, p := range persons[s] {
			r.Actors = append(r.Actors, rapporteur.Actor{ID: p, Known: true, Name: p, Kind: rapporteur.Person, State: rapporteur.Text(s),
				Roles: []rapporteur.Role{{Office: "Envoy", For: rapporteur.Text(s)}}})
		}
	}
	basis := func(kind string, k int) rapporteur.Basis {
		return rapporteur.Basis{ID: fmt.Sprintf("%s-%s-%d", r.Report.ID, kind, k), Confidence: pick(t, "confidence", 0.5, 0.9), Rule: "test",
			Evidence: []rapporteur.Span{{Start: k, End: k + 5, Text: text[k : k+5]}}}
	}
	who := func() string {
		side := pick(t, "side", sides...)
		return pick(t, "who", append(persons[side], side)...)
	}
	for k := range rapid.IntRange(0, 2).Draw(t, "meetings") {
		m := rapporteur.Meeting{Basis: basis("meeting", k), Kind: pick(t, "kind", "talks", "meeting", "call"), Date: day("held"),
			Status: pick(t, "status", rapporteur.Held, rapporteur.PlannedMeeting, rapporteur.Postponed, rapporteur.Cancelled)}
		for range rapid.IntRange(1, 3).Draw(t, "seats") {
			m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: who(), Presence: pick(t, "presence", rapporteur.Present, rapporteur.Expected, rapporteur.Absent)})
		}
		if place := pick(t, "place", "", "Ostmark", "Westhafen"); place != "" {
			m.Place = &rapporteur.Place{Name: place, State: pick(t, "whole", true, false)}
		}
		r.Meetings = append(r.Meetings, m)
	}
	for k := range rapid.IntRange(0, 2).Draw(t, "statements") {
		quote := pick(t, "quote", quotes...)
		r.Statements = append(r.Statements, rapporteur.Statement{Basis: basis("statement", k), Speakers: []string{who()}, Mode: rapporteur.Direct,
			Content: []rapporteur.Span{{Start: 0, End: len(quote), Text: quote}}, Date: day("said")})
	}
	for k := range rapid.IntRange(0, 2).Draw(t, "positions") {
		r.Positions = append(r.Positions, rapporteur.Position{Basis: basis("position", k), Actor: who(), Issue: &rapporteur.Issue{ID: "tolls", Label: "Tolls"},
			Proposal: pick(t, "proposal", "halving the tolls", "opening the bridge"), Stance: pick(t, "stance", rapporteur.Supports, rapporteur.Opposes), Date: day("wanted")})
	}
	for k := range rapid.IntRange(0, 2).Draw(t, "events") {
		r.Events = append(r.Events, rapporteur.Event{Basis: basis("event", k), Plover: rapporteur.Plover{Type: pick(t, "type", "THREATEN", "AGREE")},
			Actors: []string{who()}, Recipients: []string{who()}, Modality: pick(t, "modality", rapporteur.Happened, rapporteur.Denied), Date: day("happened")})
	}
	return r
}
