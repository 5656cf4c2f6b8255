package postgres_test

import (
	"testing"

	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
)

// TestReword opens a record of a version that did not find words in a run of text.
func TestReword(t *testing.T) {
	address := pgtest.Database(t)
	db, err := postgres.Open(t.Context(), address, postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	text := "外相会談、ハノイで開催。"
	err = db.Update(t.Context(), func(u record.Update) error {
		for _, id := range []string{"a", "b"} {
			row := record.ReportRow{Sketch: []uint32{1}}
			row.ID = id
			if _, err := u.PutReport(row, record.Body{Text: text, Sentences: [][2]int{{0, len([]rune(text))}}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || db.Close() != nil {
		t.Fatal(err)
	}
	do(t, address, "UPDATE sentences SET words = $$'外相会談':1 'ハノイで開催':2$$")
	do(t, address, "UPDATE bodies SET body = 'no text' WHERE report = 2")
	do(t, address, "INSERT INTO numbers VALUES ('owing words', 1)")
	for range 2 { // the second time nothing is owed
		if db, err = postgres.Open(t.Context(), address, postgres.Write); err != nil {
			t.Fatal(err)
		}
		err = db.View(t.Context(), func(v record.View) error {
			hits, err := v.Search("会談", 0, 0)
			if err == nil && (len(hits) != 1 || hits[0] != record.Hit{Report: 1}) {
				t.Errorf("found is %v", hits)
			}
			return err
		})
		if err != nil || db.Close() != nil {
			t.Fatal(err)
		}
	}
}
