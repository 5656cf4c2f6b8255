package postgres_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"
)

// small is a file system of its own, whose size changes.
type small struct {
	*testing.T
	dir string
}

func newSmall(t *testing.T) small {
	t.Helper()
	dir, err := os.MkdirTemp("", "rapporteur-small-") // those of tests let nobody else in
	if err == nil {
		err = os.Chmod(dir, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(dir) })
	d := small{t, dir}
	err = syscall.Mount("tmpfs", d.dir, "tmpfs", 0, "size=256m,mode=755")
	if errors.Is(err, os.ErrPermission) && (os.Geteuid() != 0 || os.Getenv("CI") != "true") {
		t.Skip("only root may mount a small file system: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(d.dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return d
}

// room leaves so many kilobytes free.
func (d small) room(kilobytes int64) {
	d.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.dir, &s); err != nil {
		d.Fatal(err)
	}
	used := int64(s.Blocks-s.Bfree) * s.Bsize >> 10
	if err := syscall.Mount("tmpfs", d.dir, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%dk", used+kilobytes)); err != nil {
		d.Fatal(err)
	}
}

// given gives the folder to whom a server runs as.
func (d small) given(c *pgtest.Cluster) {
	d.Helper()
	owner, err := os.Stat(c.Dir)
	if err != nil {
		d.Fatal(err)
	}
	if is, ok := owner.Sys().(*syscall.Stat_t); !ok || os.Chown(d.dir, int(is.Uid), int(is.Gid)) != nil {
		d.Fatal("the folder cannot be given to the server")
	}
}

// cluster is a server that keeps what it says that it keeps.
func cluster(t *testing.T, settings ...string) *pgtest.Cluster {
	t.Helper()
	c, err := pgtest.Start(append([]string{"fsync=on", "full_page_writes=on"}, settings...)...)
	if errors.Is(err, pgtest.ErrMissing) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Remove(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Error(err)
		}
	})
	return c
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
	d, c := newSmall(t), cluster(t)
	d.given(c)
	for _, statement := range []string{"CREATE TABLESPACE small LOCATION '" + d.dir + "'", "CREATE DATABASE small TABLESPACE small"} {
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
	d.room(400)
	taken, full := untilFull(t, r)
	if rapporteur.CodeOf(full) != rapporteur.NoSpace || !strings.Contains(full.Error(), "Free some space") {
		t.Errorf("full after %d reports: %v", taken, full)
	}
	d.room(64 << 10)
	goesOn(t, db, r, taken)
}

// TestFullLog fills the disk of the server's log: the server refuses what it cannot write
// down, or ends itself where it may not go on. What it had said that it has is there when it is started again with room.
func TestFullLog(t *testing.T) {
	d, c := newSmall(t), cluster(t, "min_wal_size=32MB", "max_wal_size=1GB", "wal_recycle=off")
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	d.given(c)
	from := filepath.Join(c.Dir, "data", "pg_wal")
	for _, command := range [][]string{{"cp", "-a", from + "/.", d.dir}, {"rm", "-r", from}, {"ln", "-s", d.dir, from}} {
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
	d.room(2000)
	taken, full := untilFull(t, r)
	if code := rapporteur.CodeOf(full); code != rapporteur.NoSpace && code != rapporteur.Unreadable && code != rapporteur.Busy {
		t.Errorf("full after %d reports: %v", taken, full)
	}
	d.room(128 << 10)
	if err := c.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	goesOn(t, db, r, taken)
}
