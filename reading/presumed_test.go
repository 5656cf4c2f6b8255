package reading_test

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/reading"
	"rapporteur/source"
)

// harbour gives a reader that knows a body whose secretary general is known
// until the end of June 2030.
func harbour(t *testing.T) *reading.Reader {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"bodies.tsv":  "id\tname\taliases\tkind\tstate\nharbour-forum\tHarbour Forum\t\torganisation\t\n",
		"persons.tsv": "id\tname\taliases\tgender\tstate\njane-roe\tJane Roe\t\tf\tNZL\n",
		"offices.tsv": "id\tfor\ttitle\tsector\tholders\tphrases\nhead-of-body\tharbour-forum\tSecretary General\tinternational\tone\tsecretary general\n",
		"terms.tsv":   "#until 2030-06-30\nperson\toffice\tactor\tfrom\tto\njane-roe\thead-of-body\tharbour-forum\t2027-01-01\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	own, err := knowledge.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := reading.Load(own)
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

// TestPresumed holds that the last known holder of an office is taken for its
// holder in a report that is somewhat newer, and less surely so.
func TestPresumed(t *testing.T) {
	reader := harbour(t)
	read := func(day, text string) (rapporteur.Statement, map[string]rapporteur.Actor) {
		report, err := source.Parse("case", []byte(text), source.Options{Published: rapporteur.Date(day)})
		if err != nil {
			t.Fatal(err)
		}
		out, err := reader.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Statements) != 1 || len(out.Statements[0].Speakers) != 1 {
			t.Fatalf("%s: %d statements of %q, want one of one speaker", day, len(out.Statements), text)
		}
		actors := map[string]rapporteur.Actor{}
		for _, a := range out.Actors {
			actors[a.ID] = a
		}
		return out.Statements[0], actors
	}
	const office = "The Harbour Forum's secretary general said on Friday that the piers were closed."
	known, actors := read("2030-06-10", office)
	if known.Speakers[0] != "jane-roe" || actors["jane-roe"].Roles[0].Presumed {
		t.Errorf("on a known day the speaker is %s (%+v), want jane-roe in office", known.Speakers[0], actors["jane-roe"].Roles)
	}
	later, actors := read("2030-11-08", office)
	if later.Speakers[0] != "jane-roe" || !actors["jane-roe"].Roles[0].Presumed {
		t.Errorf("months later the speaker is %s (%+v), want jane-roe, presumed in office", later.Speakers[0], actors["jane-roe"].Roles)
	}
	if later.Confidence >= known.Confidence {
		t.Errorf("confidence %.2f months later, want less than %.2f", later.Confidence, known.Confidence)
	}
	named, _ := read("2030-11-08", "Jane Roe said on Friday that the piers were closed.")
	if again, _ := read("2030-06-10", "Jane Roe said on Friday that the piers were closed."); named.Confidence != again.Confidence {
		t.Errorf("who is named is as sure months later: %.2f, %.2f", named.Confidence, again.Confidence)
	}
	if s, _ := read("2032-11-12", office); s.Speakers[0] == "jane-roe" {
		t.Error("years later nobody is presumed")
	}
	other, _ := read("2030-11-08", "The Harbour Forum's secretary general, Robin Marsh, opened the meeting.\n\nThe Harbour Forum's secretary general said on Friday that the piers were closed.")
	if other.Speakers[0] == "jane-roe" {
		t.Error("the report names another secretary general, and the last one is presumed all the same")
	}
}
