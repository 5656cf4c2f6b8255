// Package news makes small reports and reads them at next to no cost, so that what carries
// reports can be measured and tested by thousands of them. The nth report is always the
// same. Three in a row tell of one meeting, two of them in the same words in two outlets.
package news

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"rapporteur"
)

// states are those that meet.
var states = strings.Fields("KEN UGA TZA RWA ETH EGY OMN QAT NPL LAO CHL PER")

// Report is the nth report.
func Report(n int) *rapporteur.Report {
	random := rand.New(rand.NewPCG(3, uint64(n/3)))
	a, b := random.IntN(len(states)), random.IntN(len(states)-1)
	if b >= a {
		b++
	}
	day := time.Date(2030, 1, 1+random.IntN(60)+n/200, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	return Of(fmt.Sprintf("%s met %s in Mombasa on %s, says note %d.", states[a], states[b], day, n-n%2), fmt.Sprintf("Outlet %d", n%3), day)
}

// Poison is the nth report that Read cannot read.
func Poison(n int) *rapporteur.Report {
	return Of(fmt.Sprintf("Poison %d.", n), "Outlet", "2030-01-01")
}

// Of is a report with a text.
func Of(text, outlet, day string) *rapporteur.Report {
	sum := sha256.Sum256([]byte(text))
	return &rapporteur.Report{ID: hex.EncodeToString(sum[:8]), Text: text, Outlet: rapporteur.Text(outlet), Published: rapporteur.Date(day), Language: "en",
		Paragraphs: []rapporteur.Paragraph{{End: len(text), Kind: rapporteur.Body}}}
}

// Read reads such a report as one meeting.
func Read(_ context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
	words := strings.Fields(r.Text)
	if len(words) < 7 {
		return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "read", Message: "no such news"}
	}
	out := &rapporteur.Reading{Schema: rapporteur.Schema, Report: *r, Sentences: [][2]int{{0, len(r.Text)}}}
	m := rapporteur.Meeting{Basis: rapporteur.Basis{ID: "m" + r.ID, Confidence: 0.9, Rule: "news", Evidence: []rapporteur.Span{{End: len(r.Text), Text: r.Text}}},
		Kind: "talks", Date: rapporteur.Date(strings.TrimSuffix(words[6], ",")), Place: &rapporteur.Place{Name: words[4], State: true}, Status: rapporteur.Held}
	for _, s := range []string{words[0], words[2]} {
		out.Actors = append(out.Actors, rapporteur.Actor{ID: s, Known: true, Name: "The " + s, Kind: rapporteur.State, State: rapporteur.Text(s)})
		m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: s, For: rapporteur.Text(s), Presence: rapporteur.Present})
	}
	out.Meetings = []rapporteur.Meeting{m}
	return out, nil
}
