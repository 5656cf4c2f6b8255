package postgres_test

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"

	"github.com/jackc/pgx/v5/pgconn"
)

// TestTold gives what the server says a code, and keeps to itself what it was asked.
func TestTold(t *testing.T) {
	says := func(state string) error {
		return &pgconn.PgError{Code: state, Message: "it does not work", Detail: "Key (name)=(sesame)"}
	}
	for _, c := range []struct {
		err  error
		code rapporteur.Code
		hint string
	}{
		{says("28P01"), rapporteur.Forbidden, "PGPASSFILE"},
		{says("28000"), rapporteur.Forbidden, "pg_hba.conf"},
		{says("3D000"), rapporteur.NotFound, "createdb"},
		{says("42501"), rapporteur.Forbidden, "right to create tables"},
		{says("25006"), rapporteur.Forbidden, "standby"},
		{says("53100"), rapporteur.NoSpace, "Free some space"},
		{says("53300"), rapporteur.Busy, "max_connections"},
		{says("55P03"), rapporteur.Busy, "try again"},
		{says("40001"), rapporteur.Busy, "try again"},
		{says("40P01"), rapporteur.Busy, "try again"},
		{says("XX001"), rapporteur.Damaged, "backup"},
		{says("XX002"), rapporteur.Damaged, "backup"},
		{says("57P01"), rapporteur.Busy, "starting or stopping"},
		{says("22001"), rapporteur.Internal, ""},
		{&net.OpError{Op: "read", Err: errors.New("reset")}, rapporteur.Unreadable, "check that it runs"},
		{net.ErrClosed, rapporteur.Unreadable, "check that it runs"},
		{io.ErrUnexpectedEOF, rapporteur.Unreadable, "check that it runs"},
		{errors.New("something else"), rapporteur.Internal, ""},
		{&rapporteur.Error{Code: rapporteur.Invalid, Op: "write", Message: "no such day"}, rapporteur.Invalid, "no such day"},
	} {
		err := postgres.Told("read db", c.err)
		if rapporteur.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.hint) || strings.Contains(err.Error(), "sesame") {
			t.Errorf("%v is told as %v (%s)", c.err, err, rapporteur.CodeOf(err))
		}
	}
	for _, ended := range []error{nil, context.Canceled, context.DeadlineExceeded} {
		if err := postgres.Told("read db", ended); err != ended {
			t.Errorf("%v is told as %v", ended, err)
		}
	}
}

// TestAddresses: what is a database's place, and what of it may be shown.
func TestAddresses(t *testing.T) {
	for place, is := range map[string]bool{"postgres://kim@quay/news": true, "postgresql:///news": true, "news.db": false, "postgres": false} {
		if postgres.IsAddress(place) != is {
			t.Errorf("%s is a database: %v", place, !is)
		}
	}
}

// others ends the connections of everybody but who asks.
const others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"

// again has a record answer once more: of its connections each may be broken, which is told
// once.
func again(t *testing.T, r *record.Record) {
	t.Helper()
	for range 32 {
		_, err := r.Reports(t.Context(), record.Filter{Limit: 1})
		if err == nil {
			return
		}
		if rapporteur.CodeOf(err) != rapporteur.Busy && rapporteur.CodeOf(err) != rapporteur.Unreadable {
			t.Fatal(err)
		}
	}
	t.Fatal("the record does not answer again")
}

// TestBroken breaks the connections before each statement of an update: it is told, and
// kept whole or not at all; the next one makes new ones. At the end of the change the
// program says that it does not know.
func TestBroken(t *testing.T) {
	db, address := filled(t)
	r := record.New(db, stopwatch())
	before := says(t, r)
	broken := 0
	for at := 1; ; at += 1 + at/3 {
		n := 0
		db.Before(func(string) error {
			if n++; n == at {
				do(t, address, others)
			}
			return nil
		})
		_, err := r.Add(t.Context(), storetest.Readings(3, 29)[25:]...)
		db.Before(nil)
		if n < at {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		broken++
		if code := rapporteur.CodeOf(err); code != rapporteur.Busy && code != rapporteur.Unreadable {
			t.Fatalf("broken before statement %d: %v", at, err)
		}
		again(t, r)
		if says(t, r) != before {
			t.Fatalf("broken before statement %d: half is kept", at)
		}
	}
	db.Before(func(query string) error {
		if query == "COMMIT" {
			do(t, address, others)
		}
		return nil
	})
	_, err := r.Add(t.Context(), storetest.Readings(3, 31)[29:]...)
	db.Before(nil)
	if rapporteur.CodeOf(err) != rapporteur.Unreadable || !strings.Contains(err.Error(), "whole or not at all") {
		t.Errorf("broken at the end: %v", err)
	}
	again(t, r)
	t.Logf("broken before %d statements", broken)
	if found := problems(t, db); len(found) > 0 {
		t.Errorf("%q", found)
	}
}

// keeping has a server keep what it says that it keeps.
var keeping = []string{"fsync=on", "full_page_writes=on"}

// TestServerGone kills the server: that is told, and when it is there again what was kept
// is.
func TestServerGone(t *testing.T) {
	c := pgtest.Own(t, keeping...)
	address, err := c.Create(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), address, postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(db, stopwatch())
	if _, err := r.Add(t.Context(), storetest.Readings(2, 5)...); err != nil {
		t.Fatal(err)
	}
	before := says(t, r)
	if err := c.Kill(); err != nil {
		t.Fatal(err)
	}
	_, adding := r.Add(t.Context(), storetest.Readings(2, 10)[5:]...)
	_, asking := r.Entries(t.Context(), record.Filter{})
	_, opening := postgres.Open(t.Context(), address, postgres.Read)
	for _, err := range []error{adding, asking, opening} {
		if code := rapporteur.CodeOf(err); code != rapporteur.Unreadable && code != rapporteur.Busy {
			t.Errorf("the server is gone: %v", err)
		}
	}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	if says(t, r) != before {
		t.Error("the server came back with something else")
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

// TestCalledOff: an update, a view and a wait that are called off say so.
func TestCalledOff(t *testing.T) {
	db, _ := filled(t)
	ctx, stop := context.WithCancel(t.Context())
	db.Before(func(query string) error {
		if strings.HasPrefix(query, "INSERT INTO dossiers") || strings.HasPrefix(query, "SELECT body FROM dossiers") {
			stop()
		}
		return nil
	})
	if err := record.New(db, stopwatch()).SaveDossier(ctx, record.Dossier{Name: "Sound", Actors: []string{"ARD"}}); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
	if err := db.View(ctx, func(record.View) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("called off before: %v", err)
	}
}
