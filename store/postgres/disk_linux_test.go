package postgres_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"rapporteur"
	"rapporteur/checks/storm/disk"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"
)

// diskOf is a small disk that a server may write to.
func diskOf(t *testing.T, c *pgtest.Cluster) disk.Disk {
	t.Helper()
	d := disk.New(t, 256)
	owner, err := os.Stat(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if is, ok := owner.Sys().(*syscall.Stat_t); !ok || os.Chown(d.Dir, int(is.Uid), int(is.Gid)) != nil {
		t.Fatal("the disk cannot be given to the server")
	}
	return d
}

// untilFull adds readings, a portion at a time, until that is refused, and gives those that
// were taken, and why the next one was not.
func untilFull(t *testing.T, r *record.Record) (taken int, full error) {
	t.Helper()
	for portion := range slices.Chunk(storetest.Readings(2, 4000), 16) {
		if _, err := r.Add(t.Context(), portion...); err != nil {
			return taken, err
		}
		taken += len(portion)
	}
	t.Fatalf("%d reports, and the disk is not full", taken)
	return taken, nil
}

// goesOn has a record take what it refused when its disk was full.
func goesOn(t *testing.T, db *postgres.DB, r *record.Record, taken int) {
	t.Helper()
	again(t, r)
	if reports, err := r.Reports(t.Context(), record.Filter{}); err != nil || len(reports) > taken+16 || len(reports) < taken/2 {
		t.Errorf("%d reports of %d and a portion: %v", len(reports), taken, err)
	}
	before := says(t, r)
	if found := problems(t, db); len(found) > 0 {
		t.Errorf("when the disk was full: %q", found)
	}
	if _, err := r.Add(t.Context(), storetest.Readings(2, taken+16)...); err != nil {
		t.Fatal(err)
	}
	if found := problems(t, db); len(found) > 0 || says(t, r) == before {
		t.Errorf("after there was room: %q", found)
	}
}

// TestFullDisk fills the disk on which the tables stand: it is told, with what to do, the
// change is undone, and it is made when there is room.
func TestFullDisk(t *testing.T) {
	c := pgtest.Own(t, keeping...)
	d := diskOf(t, c)
	for _, statement := range []string{"CREATE TABLESPACE small LOCATION '" + d.Dir + "'", "CREATE DATABASE small TABLESPACE small"} {
		if err := c.Do(t.Context(), "postgres", statement); err != nil {
			t.Fatal(err)
		}
	}
	db, err := postgres.Open(t.Context(), c.Address("small"), postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	r := record.New(db, stopwatch())
	if _, err := r.Add(t.Context(), storetest.Readings(2, 16)...); err != nil {
		t.Fatal(err)
	}
	d.Leave(400)
	taken, full := untilFull(t, r)
	if rapporteur.CodeOf(full) != rapporteur.NoSpace || !strings.Contains(full.Error(), "Free some space") {
		t.Errorf("full after %d reports: %v", taken, full)
	}
	d.Leave(64 << 10)
	goesOn(t, db, r, taken)
}

// TestFullLog fills the disk of the server's log: the server refuses what it cannot write
// down, or ends itself where it may not go on. What it had said that it has is there when it is started again with room.
func TestFullLog(t *testing.T) {
	c := pgtest.Own(t, append(keeping, "min_wal_size=32MB", "max_wal_size=1GB", "wal_recycle=off")...)
	d := diskOf(t, c)
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	from := filepath.Join(c.Dir, "data", "pg_wal")
	for _, command := range [][]string{{"cp", "-a", from + "/.", d.Dir}, {"rm", "-r", from}, {"ln", "-s", d.Dir, from}} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	address, err := c.Create(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), address, postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	r := record.New(db, stopwatch())
	if _, err := r.Add(t.Context(), storetest.Readings(2, 16)...); err != nil {
		t.Fatal(err)
	}
	d.Leave(2000)
	taken, full := untilFull(t, r)
	if code := rapporteur.CodeOf(full); code != rapporteur.NoSpace && code != rapporteur.Unreadable && code != rapporteur.Busy {
		t.Errorf("full after %d reports: %v", taken, full)
	}
	d.Leave(128 << 10)
	if err := c.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	goesOn(t, db, r, taken)
}
