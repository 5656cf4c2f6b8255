package attribution

import (
	"slices"
	"testing"

	"rapporteur/frames"
	"rapporteur/frames/schema"
	"rapporteur/language/syntax"
)

// FuzzStatements holds whatever a text says to the schema: every token of a frame
// stands in the text, every content part is words, the frames follow the order of
// their triggers, and asking twice gives the same.
func FuzzStatements(f *testing.F) {
	for _, text := range []string{
		"“We left,” Moe said. “Nobody cared.”\n\n“And you?”",
		"Moe, quoted by Otto as saying that \"it,\" he added, \"is late\", left; the envoy’s claim that he was told to go was denied by her.",
		"ENVOY: We left.\n\nHOST: Why?\n\n'No' — Carl Moe",
		"According to the report, said the union, calling it a \"trap, the plan was rejected by Oslo, which",
	} {
		f.Add(text)
	}
	engine, reader := load(f)
	inventory, err := schema.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := analyse(t, engine, text)
		found := reader.Statements(doc)
		for i := range found {
			if err := frames.Check(inventory, doc, &found[i]); err != nil {
				t.Error(err)
			}
			for _, c := range found[i].Of(frames.Content) {
				if r := c.Range(doc); r.Len() <= 0 || r.End > len(doc.Text) {
					t.Errorf("content %v of %d bytes", r, len(doc.Text))
				}
			}
		}
		if !slices.IsSortedFunc(found, func(a, b frames.Frame) int { return a.Trigger - b.Trigger }) {
			t.Error("the statements are not in the order of their triggers")
		}
		for i, q := range syntax.Quotations(doc) {
			if !q.Contains(q.Inner) || q.Start < 0 || q.End > len(doc.Text) {
				t.Errorf("quotation %d at %v around %v", i, q.Range, q.Inner)
			}
		}
		again := reader.Statements(doc)
		if len(again) != len(found) || len(found) > 0 && again[0].Trigger != found[0].Trigger {
			t.Errorf("%d statements, then %d", len(found), len(again))
		}
	})
}
