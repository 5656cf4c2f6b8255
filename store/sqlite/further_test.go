package sqlite_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// TestFurther finds an entry by words of any sentence of its evidence, also in a record
// of a version that knew the first one only, which opening brings up to date.
func TestFurther(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	reading := invented(1)
	text := reading.Report.Text + " Nobody wished to comment. A ferryman waited outside."
	evidence := func(words string) rapporteur.Span {
		for i := range text {
			if len(text)-i >= len(words) && text[i:i+len(words)] == words {
				return rapporteur.Span{Start: i, End: i + len(words), Text: words}
			}
		}
		t.Fatal(words)
		return rapporteur.Span{}
	}
	silent, last := evidence("Nobody wished to comment."), evidence("A ferryman waited outside.")
	reading.Report.Text, reading.Report.Paragraphs[0].End = text, len(text)
	reading.Sentences = append(reading.Sentences, [2]int{silent.Start, silent.End}, [2]int{last.Start, last.End})
	reading.Meetings[0].Evidence = append(reading.Meetings[0].Evidence, last)
	db := open(t, path)
	r := record.New(db, noon)
	if _, err := r.Add(context.Background(), reading); err != nil {
		t.Fatal(err)
	}
	check := func(r *record.Record) {
		t.Helper()
		for words, want := range map[string]int{"envoys": 1, "ferryman outside": 1, "nobody": 0, "envoys ferryman": 0} {
			found, err := r.Entries(context.Background(), record.Filter{Text: words})
			if err != nil || len(found) != want {
				t.Errorf("%s: %d entries, %v", words, len(found), err)
			}
		}
	}
	check(r)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if found := problems(path); len(found) > 0 {
		t.Error(found)
	}
	forgetFurther(t, path, "")
	if found := problems(path); len(found) == 0 {
		t.Error("nobody notices that words are not found")
	}
	forgetFurther(t, path, "INSERT INTO owing VALUES ('further')")
	db = open(t, path)
	check(record.New(db, noon))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if found := problems(path); len(found) > 0 {
		t.Error("brought up to date:", found)
	}
}

// forgetFurther leaves a record as a version left it that did not know the table.
func forgetFurther(t *testing.T, path, owing string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, db)
	if _, err := db.Exec("DELETE FROM further; " + owing); err != nil {
		t.Fatal(err)
	}
}
