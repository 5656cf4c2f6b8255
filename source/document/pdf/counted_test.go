package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// topped is a page whose first line stands so far above two lines of text, with a line at
// its foot if there is one.
func topped(n int, head set, gap float64, foot string) []set {
	head.x, head.y = 50, 760
	out := join([]set{head}, column(50, 760-gap, towns[n]+" is where they met on the shore of the lake and", "spoke of the bridge in "+towns[n]+" until the evening."))
	if foot != "" {
		out = append(out, set{x: 300, y: 40, size: 8, words: foot})
	}
	return out
}

var towns = []string{"Molde", "Narvik", "Alta", "Hamar"}

// TestCounted tells headings that count on from running heads with the number of the page.
func TestCounted(t *testing.T) {
	text := func(n int) string {
		return "|" + towns[n] + " is where they met on the shore of the lake and spoke of the bridge in " + towns[n] + " until the evening.\n"
	}
	for _, tt := range []struct {
		name string
		// heads are the first lines, "*" before those in bold type.
		heads []string
		size  float64
		gap   float64
		feet  string
		kept  bool
	}{
		{"bold, close above the text", []string{"*Case 1", "*Case 2", "*Case 3"}, 10, 22, "", true},
		{"larger, close above the text", []string{"Case 1", "Case 2", "Case 3"}, 11, 22, "", true},
		{"in large type", []string{"Annex 1", "Annex 2", "Annex 3"}, 14, 30, "", true},
		{"plain, on pages that are numbered at the foot", []string{"Case 1", "Case 2", "Case 3"}, 10, 30, "Page %d", true},
		{"plain, not in step with pages", []string{"Case 2", "Case 5", "Case 9"}, 10, 30, "", true},
		{"with names of their own", []string{"Day 1: the lake", "Day 2: the bridge", "Day 3: the tolls"}, 10, 30, "", true},
		{"a title with the page", []string{"Lakes 4", "Lakes 5", "Lakes 6"}, 10, 30, "", false},
		{"a title with the page, one page not numbered", []string{"Lakes 4", "Lakes 5", "Lakes 6", "Lakes 8"}, 10, 30, "", false},
		{"bold, far above the text", []string{"*Lakes 4", "*Lakes 5", "*Lakes 6"}, 10, 40, "", false},
		{"bold, of many words", []string{"*Keepers of the lakes 4", "*Keepers of the lakes 5", "*Keepers of the lakes 6"}, 10, 22, "", false},
		{"a chapter on all of its pages", []string{"Chapter 3", "Chapter 3", "Chapter 3"}, 10, 30, "Page %d", false},
		{"a chapter and the page", []string{"*Chapter 3 | 17", "*Chapter 3 | 18", "*Chapter 4 | 19"}, 10, 22, "", false},
		{"a year and the page", []string{"*Annual report 2012 5", "*Annual report 2012 6", "*Annual report 2012 7"}, 10, 22, "", false},
		{"pages by name", []string{"*Page 1", "*Page 2", "*Page 3"}, 10, 22, "", false},
	} {
		var pages [][]set
		var want strings.Builder
		for n, head := range tt.heads {
			words, bold := strings.CutPrefix(head, "*")
			foot := ""
			if tt.feet != "" {
				foot = fmt.Sprintf(tt.feet, n+1)
			}
			pages = append(pages, topped(n, set{size: tt.size, bold: bold, words: words}, tt.gap, foot))
			if tt.kept {
				fmt.Fprintf(&want, "heading|%s\n", words)
			}
			want.WriteString(text(n))
		}
		if diff := cmp.Diff(want.String(), written(t, printed(none, pages...))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
