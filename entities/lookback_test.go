package entities

import (
	"testing"

	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/source"
)

// TestStartingAt finds mentions by where they begin, also once all of them have
// been put in the order of the text and others are described later.
func TestStartingAt(t *testing.T) {
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := attribution.Load()
	if err != nil {
		t.Fatal(err)
	}
	linker, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	report, err := source.Parse("test", []byte("A retired mayor of Bergen told reporters on Monday that she opposed the plan. "+
		"Ada Berg met Carl Moe of Norway in Oslo. He thanked her. The mayor said that he would leave. Moe praised the retired mayor."), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := engine.Analyze(report)
	cast := linker.Link(doc, finder.Statements(doc))
	found := 0
	for i := range doc.Tokens {
		cast.Describe(i)
		for _, k := range cast.linker.startingAt(i) {
			if found++; cast.Mentions[k].First != i {
				t.Errorf("mention %d begins at token %d, not %d", k, cast.Mentions[k].First, i)
			}
		}
	}
	if found < 8 {
		t.Errorf("only %d mentions found", found)
	}
}
