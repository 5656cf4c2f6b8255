package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/export"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the outputs of the examples anew")

// TestExamples keeps what the program makes of the examples as goldens, so
// that a change in reading shows as a difference to be looked at.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("../examples/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range readings(t) {
		name := strings.TrimSuffix(filepath.Base(files[i]), ".txt")
		for _, format := range []struct {
			ending string
			write  func(*bytes.Buffer, *rapporteur.Reading) error
		}{
			{"txt", func(b *bytes.Buffer, r *rapporteur.Reading) error { return export.Text(b, r, export.Plain()) }},
			{"md", func(b *bytes.Buffer, r *rapporteur.Reading) error { return export.Text(b, r, export.Markdown()) }},
			{"json", func(b *bytes.Buffer, r *rapporteur.Reading) error { return export.JSON(b, r) }},
		} {
			var b bytes.Buffer
			if err := format.write(&b, r); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("../examples/output", name+"."+format.ending), b.Bytes())
		}
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got); go test ./export -update writes it anew\n%s", file, diff)
	}
}

// TestColour sets words off with colours on a terminal and with quotes, no
// escapes, elsewhere.
func TestColour(t *testing.T) {
	r := readings(t)[0]
	var plain, coloured bytes.Buffer
	if err := export.Text(&plain, r, export.Plain()); err != nil {
		t.Fatal(err)
	}
	if err := export.Text(&coloured, r, export.Colour()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") || !strings.Contains(plain.String(), "«") {
		t.Error("plain text has escapes, or does not set words off")
	}
	if !strings.Contains(coloured.String(), "\x1b[1;33m") || strings.Contains(coloured.String(), "«") {
		t.Error("coloured text does not colour, or sets off twice")
	}
}

// TestMarkdownEscapes keeps a report's own signs from being read as Markdown.
func TestMarkdownEscapes(t *testing.T) {
	words := "a *starred* [link] #1"
	span := rapporteur.Span{Start: 0, End: len(words), Text: words}
	r := &rapporteur.Reading{Report: rapporteur.Report{Text: words}, Notices: []rapporteur.Notice{{Kind: "odd", Message: "m", Evidence: []rapporteur.Span{span}}}}
	var b bytes.Buffer
	if err := export.Text(&b, r, export.Markdown()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `a \*starred\* \[link\] \#1`) {
		t.Error(b.String())
	}
}
