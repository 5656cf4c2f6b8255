package sqlite_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"rapporteur/record"
)

// TestReword opens a record of a version that did not find words in a run of text.
func TestReword(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	db := open(t, path)
	ctx := context.Background()
	text := "外相会談、ハノイで開催。"
	err := db.Update(ctx, func(u record.Update) error {
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
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		"DELETE FROM sentences", "INSERT INTO sentences (rowid, text) VALUES (4096, '" + text + "'), (8192, '" + text + "')",
		"UPDATE bodies SET body = x'00' WHERE report = 2", // which is no text
		"INSERT INTO owing VALUES ('words')",
	} {
		if _, err := raw.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	closed(t, raw)
	db = open(t, path)
	defer func() { _ = db.Close() }()
	err = db.View(ctx, func(v record.View) error {
		hits, err := v.Search("会談", 0, 0)
		if err == nil && (len(hits) != 1 || hits[0] != record.Hit{Report: 1}) {
			t.Errorf("found is %v", hits)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
