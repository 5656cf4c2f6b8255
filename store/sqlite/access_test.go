package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/store/sqlite"
	"rapporteur/store/storetest"
)

func TestAccess(t *testing.T) {
	storetest.RunAccess(t, func(t *testing.T) access.Store {
		db := open(t, filepath.Join(t.TempDir(), "record.db"))
		t.Cleanup(func() { closedRecord(t, db) })
		return db.Access()
	})
}

func closedRecord(t *testing.T, db *sqlite.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

// TestAccessToRead refuses to change the users of a record that was opened to be read.
func TestAccessToRead(t *testing.T) {
	db, err := sqlite.Open(context.Background(), filled(t), sqlite.Read)
	if err != nil {
		t.Fatal(err)
	}
	defer closedRecord(t, db)
	if err := db.Access().Update(context.Background(), letIn); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("%v", err)
	}
	if got := let(context.Background(), db.Access()); len(got) == 0 || fmt.Sprint(got[0]) == "[]" {
		t.Errorf("%v", got)
	}
}

// letIn gives a record one of everything that lets somebody in.
func letIn(u access.Update) error {
	at := time.Date(2030, 1, 2, 0, 0, 0, 0, time.UTC)
	return errors.Join(u.PutUser(access.User{Name: "kim", Role: access.Editor, Hash: "$argon2id$", Made: at, Changed: at}),
		u.PutKey(access.Key{ID: "k1", Name: "feeds", Role: access.Reader, Hash: "00", Made: at}),
		u.PutSession(access.Session{Hash: "01", User: "kim", Began: at, Seen: at, Ends: at.Add(time.Hour)}),
		u.PutLine(access.Line{At: at, Who: "kim", Address: "192.0.2.1", What: access.LoggedIn}))
}

// let is all that can be asked of who is let in.
func let(ctx context.Context, s access.Store) (out []any) {
	_ = s.View(ctx, func(v access.View) error { // what fails is said below
		users, err := v.Users()
		out = append(out, users, fmt.Sprint(err))
		keys, err := v.Keys()
		out = append(out, keys, fmt.Sprint(err))
		session, err := v.Session("01")
		out = append(out, session, fmt.Sprint(err))
		trail, err := v.Trail(access.TrailQuery{})
		out = append(out, trail, fmt.Sprint(err))
		return nil
	})
	return out
}
