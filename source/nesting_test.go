package source_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/source"
)

// The words of the deepest paragraph are read, however deep it stands and whatever it
// stands in.
func TestDeepestParagraph(t *testing.T) {
	const deep = 10_000
	for _, around := range [][2]string{{"<div>", "</div>"}, {"<div><span>", "</span></div>"}, {"<section>", "</section>"}, {"<blockquote>", "</blockquote>"}, {"<ul><li>", "</li></ul>"}} {
		t.Run(around[0], func(t *testing.T) {
			deepest := "The envoy of Peru came back to the lagoon on Friday, and nobody had waited for her there."
			page := "<html><body><article><h1>Talks by the lagoon</h1>" + strings.Repeat("<p>The council said that the talks by the lagoon would go on, and that all would be heard.</p>", 3) +
				strings.Repeat(around[0], deep) + fmt.Sprintf("<p>%s</p>", deepest) + strings.Repeat(around[1], deep) + "</article></body></html>"
			report, err := source.Parse("deep.html", []byte(page), source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(report.Text, deepest) {
				t.Errorf("the deepest paragraph is missing from %q", report.Text)
			}
		})
	}
}
