package export

import (
	"bytes"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// TestTranslated sets what was read from a translation beside the original words, marked
// so, and gives the words that were read where a line is to be understood.
func TestTranslated(t *testing.T) {
	s := rapporteur.Span{Start: 0, End: 18, Text: "Der Kai bleibe zu.", Translation: "The quay stays shut."}
	p := &page{Style: Plain()}
	if got := p.quote(s); got != "“Der Kai bleibe zu.” [translated: “The quay stays shut.”]" {
		t.Error(got)
	}
	if got := p.quote(rapporteur.Span{End: 3, Text: "Kai"}); got != "“Kai”" {
		t.Error(got)
	}
	statement := &rapporteur.Statement{Basis: rapporteur.Basis{Evidence: []rapporteur.Span{s}}, Act: "assert", Content: []rapporteur.Span{s}}
	e := &record.Entry{ID: "s1", Kind: record.Statement, Content: record.Content{Statement: statement}}
	if got := statementPhrase(e); got != "somebody asserted: The quay stays shut. [translated]" && got != "somebody said: The quay stays shut. [translated]" {
		t.Error(got)
	}
	e.Members = []record.Member{{Report: "r", Content: e.Content}}
	var out bytes.Buffer
	if err := (&Explanation{Entry: e}).Write(&out, "text", Plain()); err != nil || !strings.Contains(out.String(), "“Der Kai bleibe zu.” [translated: “The quay stays shut.”]") {
		t.Errorf("%v %s", err, out.String())
	}
	event := &rapporteur.Event{Basis: rapporteur.Basis{Evidence: []rapporteur.Span{s}}}
	if got := quoteOf(&record.Entry{Kind: record.Event, Content: record.Content{Event: event}}); got != "“Der Kai bleibe zu.” [translated: “The quay stays shut.”]" {
		t.Error(got)
	}
}
