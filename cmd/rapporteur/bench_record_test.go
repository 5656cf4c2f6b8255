package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store"
)

// madeUp makes the readings of reports in which states meet, speak, act and want
// things, two of each a report unless told otherwise, mostly in words that no other report has.
type madeUp struct {
	random *rand.Rand
	text   strings.Builder
	points int
	out    *rapporteur.Reading
}

// benchStates are the sides of made-up reports.
var benchStates = strings.Fields("AGO ARG BEN BOL BWA CHL COL CRI CUB ECU EGY ETH GAB GHA GTM HTI IDN JAM JOR KEN KHM LAO LKA MAR MDG MEX MLI MNG MOZ MWI NAM NER NIC NPL OMN PAN PER PRY QAT RWA SEN SLV TCD TGO THA TUN TZA UGA URY VNM ZMB ZWE")

// madeUpReading is the reading of the nth made-up report, always the same.
func madeUpReading(n int) *rapporteur.Reading {
	m := &madeUp{random: rand.New(rand.NewPCG(7, uint64(n))), out: &rapporteur.Reading{Schema: rapporteur.Schema}}
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n / *benchDaily)
	m.out.Report = rapporteur.Report{ID: fmt.Sprintf("%016x", n+1), Outlet: rapporteur.Text(fmt.Sprintf("Outlet %d", m.random.IntN(80))), Language: "en", Genre: rapporteur.News,
		Title: rapporteur.Text(m.words(6)), URL: rapporteur.Text(fmt.Sprintf("https://news.example/%d", n)), Published: rapporteur.Date(day.Format(time.DateOnly))}
	for _, id := range benchStates {
		m.out.Actors = append(m.out.Actors, rapporteur.Actor{ID: id, Known: true, Name: "State " + id, Kind: rapporteur.State, State: rapporteur.Text(id)})
	}
	for i := range *benchTellings {
		m.tell(day, i)
	}
	m.out.Report.Text = m.text.String()
	m.out.Report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: m.points, Kind: rapporteur.Body}}
	return m.out
}

// benchTowns, benchIssues, benchDeeds and benchWishes are what made-up reports tell of.
var (
	benchTowns  = strings.Fields("Geneva Vienna Oslo Doha Cairo Nairobi Lima Quito Muscat Accra Dakar Rabat Tunis Hanoi Manila Jakarta Kampala Lusaka Windhoek Montevideo")
	benchIssues = strings.Fields("sanctions ceasefire withdrawal borders mediation monitoring settlements inspections recognition blockade bases missiles")
	benchDeeds  = strings.Fields("ACCUSE AGREE REQUEST REJECT THREATEN SUPPORT CONCEDE AID")
	benchWishes = []string{"an early withdrawal of heavy artillery", "a joint commission on river traffic", "a second term for the monitoring mission", "an inspection of every grain shipment"}
)

// tell adds a sentence with an entry of each kind to the report. Of the meetings a third
// is to come, and one of six leaves somebody out; of the positions a quarter is on a
// proposal that its party had a word on before, and one of ten of these another word.
func (m *madeUp) tell(day time.Time, i int) {
	any := func(list []string) string { return list[m.random.IntN(len(list))] }
	a, b := any(benchStates), any(benchStates)
	on := rapporteur.Date(day.AddDate(0, 0, m.random.IntN(9)-4).Format(time.DateOnly))
	basis := func(kind string) rapporteur.Basis {
		return rapporteur.Basis{ID: fmt.Sprintf("%s%d", kind, i), Confidence: 0.3 + 0.01*float64(m.random.IntN(66)), Rule: "made up", Evidence: []rapporteur.Span{m.sentence(a, b)}}
	}
	meeting, statement, event, position := basis("m"), basis("s"), basis("e"), basis("p")
	m.out.Meetings = append(m.out.Meetings, m.meeting(meeting, a, b, day))
	m.out.Statements = append(m.out.Statements, rapporteur.Statement{Basis: statement, Speakers: []string{a}, For: rapporteur.Text(a), Mode: rapporteur.Indirect,
		Act: "assert", Content: statement.Evidence, Addressees: []string{b}, Date: on})
	m.out.Events = append(m.out.Events, rapporteur.Event{Basis: event, Plover: rapporteur.Plover{Type: any(benchDeeds), Contexts: []string{"military"}}, Cameo: "111",
		Actors: []string{a}, Recipients: []string{b}, Modality: rapporteur.Happened, Date: on})
	issue := any(benchIssues)
	wish := rapporteur.Position{Basis: position, Actor: b, For: rapporteur.Text(b), Issue: &rapporteur.Issue{ID: issue, Label: issue}, Proposal: m.words(4), Stance: rapporteur.Supports, Date: on}
	if m.random.IntN(4) == 0 {
		wish.Proposal = any(benchWishes)
		if m.random.IntN(10) == 0 {
			wish.Stance = rapporteur.Opposes
		}
	}
	m.out.Positions = append(m.out.Positions, wish)
}

// meeting makes a meeting of two states.
func (m *madeUp) meeting(basis rapporteur.Basis, a, b string, day time.Time) rapporteur.Meeting {
	seat := func(id string, p rapporteur.Presence) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: rapporteur.Participant, Presence: p, Evidence: basis.Evidence}
	}
	status, ahead, come := rapporteur.Held, m.random.IntN(5)-4, rapporteur.Present
	if m.random.IntN(3) == 0 {
		status, ahead, come = rapporteur.PlannedMeeting, m.random.IntN(9)+1, rapporteur.Expected
	}
	out := rapporteur.Meeting{Basis: basis, Kind: "talks", Date: rapporteur.Date(day.AddDate(0, 0, ahead).Format(time.DateOnly)), Status: status,
		Place: &rapporteur.Place{Name: benchTowns[m.random.IntN(len(benchTowns))], Country: "CHE"}, Attendance: []rapporteur.Attendance{seat(a, come), seat(b, come)}}
	if m.random.IntN(6) == 0 {
		out.Attendance = append(out.Attendance, seat(benchStates[m.random.IntN(len(benchStates))], rapporteur.Excluded))
	}
	return out
}

// sentence writes a sentence of the report about two states.
func (m *madeUp) sentence(a, b string) rapporteur.Span {
	words := fmt.Sprintf("State %s said after talks with State %s: %s.", a, b, m.words(12))
	start := m.points
	m.text.WriteString(words + "\n")
	m.points += utf8.RuneCountInString(words) + 1
	m.out.Sentences = append(m.out.Sentences, [2]int{start, m.points - 1})
	return rapporteur.Span{Start: start, End: m.points - 1, Text: words}
}

func (m *madeUp) words(n int) string {
	out := make([]string, n)
	for i := range out {
		for range 2 + m.random.IntN(3) {
			out[i] += string("bdfgklmnprstvz"[m.random.IntN(14)]) + string("aeiou"[m.random.IntN(5)])
		}
	}
	return strings.Join(out, " ")
}

// madeUpRecord gives a record of so many made-up reports; one that is there with fewer,
// because making it was stopped, is gone on with. How fast they are added is told.
func madeUpRecord(tb testing.TB, path string, reports int) *record.Record {
	tb.Helper()
	db, err := store.Open(tb.Context(), path, store.Create)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = db.Close() })
	r := record.New(db, time.Now)
	done := 0
	if err := db.View(tb.Context(), func(v record.View) error { done, err = v.CountReports(record.ReportQuery{}, 0); return err }); err != nil {
		tb.Fatal(err)
	}
	began := time.Now()
	for first := done; first < reports; first += 100 {
		if first%10_000 == 0 && first > done {
			fmt.Fprintf(os.Stderr, "%d reports, %.0f a second\n", first, 10_000/time.Since(began).Seconds())
			began = time.Now()
		}
		var some []*rapporteur.Reading
		for n := first; n < min(first+100, reports); n++ {
			some = append(some, madeUpReading(n))
		}
		if _, err := r.Add(tb.Context(), some...); err != nil {
			tb.Fatal(err)
		}
	}
	return r
}
