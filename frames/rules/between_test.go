package rules_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/language"
)

// TestBetween asks what one of two does to the other.
func TestBetween(t *testing.T) {
	found, engine, finder := loaded(t)
	for _, tc := range []struct{ text, source, target, typ string }{
		{"Sweden attacked Norway, Falk said.", "Sweden", "Norway", "ASSAULT"},
		{"Berg met Moe in Bergen.", "Berg", "Moe", "CONSULT"},
		{"Berg said Norway will not pay Sweden.", "Norway", "Sweden", "REJECT"},
		{"Berg said that Sweden must leave.", "Berg", "Sweden", "REQUEST"},
		{"Talks between Norway and Sweden go on.", "Norway", "Sweden", "CONSULT"},
		{"Norway will build a ferry for Sweden.", "Norway", "Sweden", "AGREE"},
		{"Norway, a cold land, sleeps.", "Norway", "Sweden", ""},
	} {
		doc := engine.Analyze(&rapporteur.Report{Text: tc.text, Paragraphs: []rapporteur.Paragraph{{End: len(tc.text), Kind: rapporteur.Body}}})
		at := func(word string) language.Range {
			i := max(strings.Index(tc.text, word), 0)
			return language.Range{Start: i, End: i + len(word)}
		}
		e := found.Between(doc, finder.Statements(doc), inventActors(t).of(doc), at(tc.source), at(tc.target))
		switch {
		case tc.typ == "" && e != nil:
			t.Errorf("%s: %s, want nothing", tc.text, e.Plover.Type)
		case tc.typ != "" && (e == nil || e.Plover.Type != tc.typ):
			t.Errorf("%s: %v, want %s", tc.text, e, tc.typ)
		}
	}
}
