package syntax

import (
	"testing"

	"rapporteur"
	"rapporteur/language"

	"github.com/google/go-cmp/cmp"
)

func TestQuotations(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `"We agree," she said. "Tomorrow we sign."`, []string{`"We agree,"`, `"Tomorrow we sign."`}},
		{"curly", `He called it “a first step” and left.`, []string{`“a first step”`}},
		{"curly closed by straight", `He called it “a first step" and left.`, []string{`“a first step"`}},
		{"British single", `It was ‘the minister’s choice’, he said.`, []string{`‘the minister’s choice’`}},
		{"possessive plural is no mark", `The ministers' talks and the leaders' dinner took place.`, nil},
		{"decade", `Since the '90s the two armies' chiefs have met.`, nil},
		{"straight single", `They said 'no deal today' and left.`, []string{`'no deal today'`}},
		{"brackets inside", `"If they [the envoys] leave ... we leave," he said.`, []string{`"If they [the envoys] leave ... we leave,"`}},
		{"quotation inside", `“He told me ‘never’ and hung up,” she said.`, []string{`“He told me ‘never’ and hung up,”`}},
		{"opened again before it closed", `"We gave once. "Why give twice?" he asked.`, []string{`"We gave once. "Why give twice?"`}},
		{"unclosed", `She said: "This is the first part.`, []string{`"This is the first part.`}},
		{"two apostrophes", `''The offer stands,'' the envoy's aide said.`, []string{`''The offer stands,''`}},
		{"apart", `" We agree , " she said . " Tomorrow we sign . "`, []string{`" We agree , "`, `" Tomorrow we sign . "`}},
		{"directed marks apart", "`` We agree , '' she said .", []string{"`` We agree , ''"}},
		{"curly apart", `They called it “ a first step ” and left .`, []string{`“ a first step ”`}},
		{"one mark apart", `The screen is 6 " wide and the report ends here.`, nil},
		{"no text but bytes", "'\xff", nil},
		{"feet and inches", `The wall is 6' 2" high.`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range quotations(tt.text, language.Range{End: len(tt.text)}, 0, nil) {
				got = append(got, tt.text[q.Start:q.End])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestQuotationsOverParagraphs reads a quotation that each paragraph opens anew and the
// last one closes.
func TestQuotationsOverParagraphs(t *testing.T) {
	const first, second, notice = "She said: “The pier is old.", " “It will go.” Nobody answered.", "Share “this”"
	text := first + "\n\n" + second + "\n\n" + notice
	n := func(s string) int { return len([]rune(s)) }
	report := &rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{
		{Start: 0, End: n(first), Kind: rapporteur.Body},
		{Start: n(first) + 2, End: n(first) + 2 + n(second), Kind: rapporteur.Body},
		{Start: n(first) + 4 + n(second), End: n(text), Kind: rapporteur.Boilerplate},
	}}
	doc := language.NewDocument(report)
	found := Quotations(doc)
	if len(found) != 2 {
		t.Fatalf("%d quotations, want one a paragraph and none in boilerplate", len(found))
	}
	if q := found[0]; !q.Unclosed || q.Continues || doc.Words(q.Inner) != "The pier is old." {
		t.Errorf("first: %+v %q", q, doc.Words(q.Inner))
	}
	if q := found[1]; q.Unclosed || !q.Continues || q.Paragraph != 1 || doc.Words(q.Range) != "“It will go.”" {
		t.Errorf("second: %+v %q", q, doc.Words(q.Range))
	}
}
