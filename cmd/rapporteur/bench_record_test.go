package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/sqlite"
)

// madeUp makes the readings of reports in which states meet, speak, act and want
// things, two of each a report, in words that no other report has.
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
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/30)
	m.out.Report = rapporteur.Report{ID: fmt.Sprintf("%016x", n+1), Outlet: rapporteur.Text(fmt.Sprintf("Outlet %d", m.random.IntN(80))), Language: "en", Genre: rapporteur.News,
		Title: rapporteur.Text(m.words(6)), URL: rapporteur.Text(fmt.Sprintf("https://news.example/%d", n)), Published: rapporteur.Date(day.Format(time.DateOnly))}
	for _, id := range benchStates {
		m.out.Actors = append(m.out.Actors, rapporteur.Actor{ID: id, Known: true, Name: "State " + id, Kind: rapporteur.State, State: rapporteur.Text(id)})
	}
	for i := range 2 {
		m.tell(day, i)
	}
	m.out.Report.Text = m.text.String()
	m.out.Report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: m.points, Kind: rapporteur.Body}}
	return m.out
}

// tell adds a sentence with an entry of each kind to the report.
func (m *madeUp) tell(day time.Time, i int) {
	a, b := benchStates[m.random.IntN(len(benchStates))], benchStates[m.random.IntN(len(benchStates))]
	on := rapporteur.Date(day.AddDate(0, 0, m.random.IntN(9)-4).Format(time.DateOnly))
	basis := func(kind string) rapporteur.Basis {
		return rapporteur.Basis{ID: fmt.Sprintf("%s%d", kind, i), Confidence: 0.8, Rule: "made up", Evidence: []rapporteur.Span{m.sentence()}}
	}
	meeting, statement, event, position := basis("m"), basis("s"), basis("e"), basis("p")
	seat := func(id string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: rapporteur.Participant, Presence: rapporteur.Present, Evidence: meeting.Evidence}
	}
	m.out.Meetings = append(m.out.Meetings, rapporteur.Meeting{Basis: meeting, Kind: "talks", Date: on, Status: rapporteur.Held,
		Place: &rapporteur.Place{Name: "Geneva", Country: "CHE"}, Attendance: []rapporteur.Attendance{seat(a), seat(b)}})
	m.out.Statements = append(m.out.Statements, rapporteur.Statement{Basis: statement, Speakers: []string{a}, For: rapporteur.Text(a), Mode: rapporteur.Indirect,
		Act: "assert", Content: statement.Evidence, Addressees: []string{b}, Date: on})
	m.out.Events = append(m.out.Events, rapporteur.Event{Basis: event, Plover: rapporteur.Plover{Type: "ACCUSE", Mode: "disapprove", Contexts: []string{"military"}}, Cameo: "111",
		Actors: []string{a}, Recipients: []string{b}, Modality: rapporteur.Happened, Date: on})
	m.out.Positions = append(m.out.Positions, rapporteur.Position{Basis: position, Actor: b, For: rapporteur.Text(b), Issue: &rapporteur.Issue{ID: "sanctions", Label: "Sanctions"},
		Proposal: m.words(4), Stance: rapporteur.Supports, Date: on})
}

// sentence writes a sentence of the report.
func (m *madeUp) sentence() rapporteur.Span {
	words := m.words(18) + "."
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

// madeUpRecord gives a record of so many made-up reports; a file that is there is taken
// for one.
func madeUpRecord(tb testing.TB, path string, reports int) *record.Record {
	tb.Helper()
	_, missing := os.Stat(path)
	mode := sqlite.Read
	if missing != nil {
		mode = sqlite.Create
	}
	db, err := sqlite.Open(context.Background(), path, mode)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = db.Close() })
	r := record.New(db, time.Now)
	if missing == nil {
		return r
	}
	for first := 0; first < reports; first += 100 {
		var some []*rapporteur.Reading
		for n := first; n < min(first+100, reports); n++ {
			some = append(some, madeUpReading(n))
		}
		if _, err := r.Add(context.Background(), some...); err != nil {
			tb.Fatal(err)
		}
	}
	return r
}
