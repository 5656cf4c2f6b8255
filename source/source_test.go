package source_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/source"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "date 2025-02-17 Read more\n\nTalks begin\n\nThe two sides met. \"No,\" he said.",
		"\xff\xfeT\x00a\x00l\x00k\x00s\x00", "caf\xe9 talks \x93quoted\x94", "<html><body><p>Talks began.</p>",
		"a\u200bb\r\nc\u00a0d\x00", "CLOSE The envoy arrives. VPC\n\nMore:Talks begin\n\nSlideshow (3 images)",
	} {
		f.Add([]byte(seed))
	}
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range pages {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := source.Parse("fuzz", data, source.Options{})
		if err != nil {
			return
		}
		checkReport(t, r)
	})
}

// checkReport states what is promised of every report.
func checkReport(t *testing.T, r *rapporteur.Report) {
	t.Helper()
	if !utf8.ValidString(r.Text) {
		t.Error("the text is not valid UTF-8")
	}
	text := []rune(r.Text)
	covered, last := 0, 0
	for i, p := range r.Paragraphs {
		if p.Start < last || p.End <= p.Start || p.End > len(text) {
			t.Fatalf("paragraph %d is %d to %d, after %d, of %d", i, p.Start, p.End, last, len(text))
		}
		if isBlank(text[p.Start]) || isBlank(text[p.End-1]) {
			t.Errorf("paragraph %d begins or ends with a blank", i)
		}
		if p.Kind == "" {
			t.Errorf("paragraph %d has no kind", i)
		}
		for _, r := range text[last:p.Start] {
			if !isBlank(r) {
				t.Fatalf("%q before paragraph %d is in no paragraph", r, i)
			}
		}
		covered, last = covered+1, p.End
	}
	for _, r := range text[last:] {
		if !isBlank(r) {
			t.Fatalf("%q at the end is in no paragraph", r)
		}
	}
	if covered == 0 {
		t.Error("no paragraphs and no error")
	}
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' }
