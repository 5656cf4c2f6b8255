package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"rapporteur/chart"
)

func drawing() *chart.Timeline {
	return &chart.Timeline{Title: "Talks on the canal", Note: "from two reports", Lanes: []string{"Kenya", "Uganda", "Tanzania", "Lake Victoria Fisheries Organization of the East"}, Now: 2, NowWords: "to come", Legend: true,
		Rows: []chart.Row{
			{Date: "2 Mar 2027", Words: "held talks, Nairobi", More: "about fish", Link: "/entries/m1", Marks: []chart.Mark{{0, chart.There, "Kenya: present"}, {1, chart.There, "Uganda: present"}, {2, chart.LeftOut, "Tanzania: excluded"}}},
			{Date: "Mar 2027", Rough: true, Words: strings.Repeat("Kenya did not sanction Uganda ", 20), Course: chart.Off, Gap: 400, Marks: []chart.Mark{{0, chart.Does, "Kenya"}, {1, chart.Undergoes, "Uganda"}}},
			{Date: "1 May 2027", Words: "planned summit", Course: chart.Planned, Link: "javascript:alert(1)", Marks: []chart.Mark{{0, chart.Expected, "Kenya: expected"}, {1, chart.Both, "Uganda"}}},
		}}
}

func drawn(t *testing.T, c *chart.Timeline) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements counts the elements of a drawing by their class; what is no XML fails.
func elements(t *testing.T, svg string) map[string]int {
	t.Helper()
	out := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		if start, ok := token.(xml.StartElement); ok {
			out["<"+start.Name.Local+">"]++
			for _, a := range start.Attr {
				if a.Name.Local == "class" {
					for _, class := range strings.Fields(a.Value) {
						out[class]++
					}
				}
				if a.Name.Local == "href" && script.MatchString(a.Value) {
					t.Errorf("a link runs a script: %s", a.Value)
				}
			}
		}
	}
}

// TestTimeline: every row and mark is drawn, with its sign and a title in words; past,
// planned and what did not come about differ; so do exact and other days.
func TestTimeline(t *testing.T) {
	svg := drawn(t, drawing())
	got := elements(t, svg)
	for class, want := range map[string]int{"<svg>": 1, "chart-row": 3, "chart-past": 1, "chart-planned": 1, "chart-off": 1, "chart-lane": 4, "chart-now": 1, "<a>": 1,
		"chart-there": 3, "chart-left-out": 2, "chart-expected": 2, "chart-both": 2, "chart-date": 3} {
		if got[class] != want {
			t.Errorf("%d of %s are drawn, want %d", got[class], class, want)
		}
	}
	for _, words := range []string{"≈ Mar 2027", "Tanzania: excluded", "to come", "held talks, Nairobi", "about fish", `href="/entries/m1"`, "day not known exactly"} {
		if !strings.Contains(svg, words) {
			t.Errorf("the drawing has no %q", words)
		}
	}
	if svg != drawn(t, drawing()) {
		t.Error("the same drawing gives other bytes")
	}
}

// TestNowBehindAll: where nothing is to come the line stands at the end, and without words
// there is none.
func TestNowBehindAll(t *testing.T) {
	c := drawing()
	c.Now = len(c.Rows)
	if n := elements(t, drawn(t, c))["chart-now"]; n != 1 {
		t.Errorf("%d lines at the end", n)
	}
	c.NowWords = ""
	if n := elements(t, drawn(t, c))["chart-now"]; n != 0 {
		t.Errorf("%d lines without words", n)
	}
	if n := elements(t, drawn(t, &chart.Timeline{Title: "Nothing"}))["chart-row"]; n != 0 {
		t.Errorf("%d rows of nothing", n)
	}
}

// script is what browsers take for an address that is run: they overlook white space and
// control characters in a scheme. A word alone, without a colon, is a relative address.
var script = regexp.MustCompile(`(?i)^[\x00-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:`)

// FuzzTimeline: whatever the words are, the drawing is well-formed, has no element that
// the words bring, and no link that runs a script.
func FuzzTimeline(f *testing.F) {
	for _, words := range []string{"<script>alert(1)</script>", `" onload="x`, "]]>&amp;", "a\x00b\xff", strings.Repeat("x", 500), "java\tscript:alert(1)", " javascript:x", "JAVASCRIPT:x", "javascript", "https://a.example/?q=1:2", "/a:b"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		c := drawing()
		want := elements(t, drawn(t, c))
		c.Title, c.Note, c.NowWords = words, words, words+"x"
		for i := range c.Rows {
			r := &c.Rows[i]
			r.Date, r.Words, r.More, r.Link = words, words, words, words
			for k := range r.Marks {
				r.Marks[k].Words = words
			}
		}
		got := elements(t, drawn(t, c))
		for class, n := range got {
			if class != "<text>" && class != "<a>" && !strings.HasPrefix(class, "chart-") && n != want[class] {
				t.Errorf("%d of %s, where the words may bring none", n, class)
			}
		}
	})
}
