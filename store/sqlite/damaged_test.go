package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// TestDamagedText tells a text that is not as it was written from one that could not
// be read: that report can be read again, and then the record is clean.
func TestDamagedText(t *testing.T) {
	path := filled(t)
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := raw.Exec("UPDATE bodies SET body = x'07' WHERE report = 1"); err != nil {
		t.Fatal(err)
	}
	closed(t, raw)
	db := open(t, path)
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	r := record.New(db, func() time.Time { return time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC) })
	body := func(v record.View) error { _, err := v.Body(1); return err }
	if err := db.View(context.Background(), body); rapporteur.CodeOf(err) != rapporteur.Damaged {
		t.Errorf("a text that is not as it was written: %v", err)
	}
	db.Before(func(query string) error {
		if strings.Contains(query, "SELECT report, body FROM bodies") {
			return errors.New("the disk does not want to")
		}
		return nil
	})
	if err := r.Reread(context.Background(), invented(0)); err == nil {
		t.Error("read again though its text could not be asked for")
	}
	db.Before(nil)
	if err := r.Reread(context.Background(), invented(0)); err != nil {
		t.Fatal(err)
	}
	if found := problems(path); len(found) > 0 {
		t.Error(found)
	}
}
