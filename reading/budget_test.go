package reading_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/source"
)

// TestBudget reads a report up to where its budget ends, and a notice says so.
func TestBudget(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	text := "Norway's envoy met Sweden's envoy in Oslo on Monday and " + strings.Repeat("they ate and ", 30) + "they left. " +
		"The minister said that the talks would go on. The king told Peru to sign the treaty."
	report, err := source.Parse("test", []byte(text), source.Options{Published: "2031-05-06"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		budget  reading.Budget
		message string
	}{
		{"none", reading.DefaultBudget(), ""},
		{"sentence", reading.Budget{Sentence: 50}, "sentences of more than 50 words, read up to there"},
		{"report", reading.Budget{Report: 110}, "more than 110 words, read up to there"},
		{"time", reading.Budget{Time: time.Nanosecond}, "not done in 1ns, read up to there"},
	} {
		read, err := reader.With(c.budget).Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		check(t, read)
		var found []rapporteur.Notice
		for _, n := range read.Notices {
			if n.Kind == "read-in-part" {
				found = append(found, n)
			}
		}
		switch {
		case c.message == "" && len(found) > 0:
			t.Errorf("%s: %v", c.name, found)
		case c.message != "" && (len(found) != 1 || found[0].Message != c.message || len(found[0].Evidence) == 0):
			t.Errorf("%s: %v", c.name, found)
		case c.message != "" && found[0].Evidence[0].Text == "":
			t.Errorf("%s: no words", c.name)
		}
		if c.name == "sentence" && len(read.Statements) == 0 {
			t.Error("what follows the long sentence was not read")
		}
	}
}

// TestReadInterrupted gives no reading to somebody who does not wait for it.
func TestReadInterrupted(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	read, err := reader.Read(ctx, &rapporteur.Report{ID: "x", Text: "They met.", Paragraphs: []rapporteur.Paragraph{{End: 9, Kind: rapporteur.Body}}})
	if read != nil || rapporteur.CodeOf(err) != rapporteur.Interrupted {
		t.Error(read, err)
	}
}
