package service_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/source/archive"
	"rapporteur/source/warc/warctest"
	"rapporteur/store/memory"
)

// empty reads nothing in a report.
func emptyReading(_ context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
	return &rapporteur.Reading{Schema: rapporteur.Schema, Report: *r}, nil
}

// lakes writes a web archive of so many pages about lakes, packed.
func lakes(t *testing.T, pages int) string {
	t.Helper()
	var records [][]byte
	for n := range pages {
		html := fmt.Sprintf("<html><body><article><h1>Lake %d</h1><p>The water of lake number %d rose on Monday, the ministry said, and the towns on its shore were warned.</p></article></body></html>", n, n)
		records = append(records, warctest.Page(fmt.Sprintf("https://news.example/%d", n), html), warctest.Record{Type: "request", Block: []byte("GET")}.Bytes())
	}
	path := filepath.Join(t.TempDir(), "lakes.warc.gz")
	if err := os.WriteFile(path, warctest.Zip(records...), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// adder adds archives to one record, with bookmarks in one file.
type adder struct {
	record *record.Record
	marks  string
	// stop ends a run after so many reports, 0 never.
	stop int
}

// add gives what was looked at, and the error of the run.
func (a *adder) add(t *testing.T, limit int, targets ...string) (names []string, err error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	marks := service.BookmarksOf(a.marks)
	in := &service.Inputs{Opener: &source.Opener{}, Limit: limit}
	in.Resume = func(one *service.Archive) archive.Position { return marks.Resume(ctx, a.record, one) }
	g := service.Ingest{Record: a.record, Read: emptyReading, Workers: 2, Bookmarks: marks}
	last := int64(0)
	err = g.Add(ctx, in.All(targets), func(one service.Arrival) error {
		if names = append(names, one.Input[strings.LastIndex(one.Input, "/")+1:]); len(names) == a.stop {
			cancel()
		}
		if one.Done < last || one.Done > service.Size(targets) {
			t.Errorf("%s: %d bytes behind %d of %d", one.Input, one.Done, last, service.Size(targets))
		}
		last = one.Done
		return one.Err
	})
	return names, err
}

func newAdder(t *testing.T) *adder {
	return &adder{record: record.New(memory.New(), time.Now), marks: filepath.Join(t.TempDir(), "r.db.resume")}
}

// TestArchivesGoOn breaks a run off, again and again: each page is put on the record once,
// and none is looked at again that was written down.
func TestArchivesGoOn(t *testing.T) {
	path := lakes(t, 100)
	a := newAdder(t)
	a.stop = 20
	var all []string
	for range 10 {
		names, err := a.add(t, 0, path)
		all = append(all, names...)
		if err == nil {
			break
		}
		if rapporteur.CodeOf(err) != rapporteur.Interrupted {
			t.Fatal(err)
		}
	}
	sorted := slices.Compact(slices.Sorted(slices.Values(all)))
	if len(sorted) != 100 {
		t.Errorf("%d of 100 pages", len(sorted))
	}
	if twice := len(all) - len(sorted); twice > 0 {
		t.Errorf("%d pages were looked at twice", twice)
	}
	if _, err := os.Stat(a.marks); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the marks of an archive that came to its end: %v", err)
	}
}

func TestArchivesByPortions(t *testing.T) {
	path := lakes(t, 5)
	a := newAdder(t)
	for n, want := range []int{2, 2, 1, 2} { // at the end it begins anew
		names, err := a.add(t, 2, path)
		if err != nil || len(names) != want {
			t.Errorf("portion %d: %v %v", n, names, err)
		}
	}
	// Marks of another record, and those that somebody broke, are none.
	if names, err := newAdderAt(t, a.marks).add(t, 2, path); err != nil || names[0] != "0)" {
		t.Errorf("%v %v", names, err)
	}
	if err := os.WriteFile(a.marks, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if names, err := a.add(t, 0, path); err != nil || len(names) != 5 {
		t.Errorf("%v %v", names, err)
	}
}

func newAdderAt(t *testing.T, marks string) *adder {
	out := newAdder(t)
	out.marks = marks
	return out
}

func TestPassedAndSize(t *testing.T) {
	path := lakes(t, 5)
	in := &service.Inputs{Opener: &source.Opener{}}
	if names, _ := opened(t, in, path); len(names) != 5 || in.Passed() != 5 {
		t.Errorf("%v, %d passed", names, in.Passed())
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := service.Size([]string{filepath.Dir(path), path, "https://news.example/", "-"}); got != 2*info.Size() {
		t.Errorf("%d bytes", got)
	}
}

// TestForget begins an archive anew.
func TestForget(t *testing.T) {
	path := lakes(t, 5)
	a := newAdder(t)
	if _, err := a.add(t, 2, path); err != nil {
		t.Fatal(err)
	}
	marks := service.BookmarksOf(a.marks)
	if at := marks.Resume(t.Context(), a.record, &service.Archive{Name: path}); at == (archive.Position{}) {
		t.Error("it does not go on")
	}
	marks.Forget(&service.Archive{Name: path})
	if at := marks.Resume(t.Context(), a.record, &service.Archive{Name: path}); at != (archive.Position{}) {
		t.Errorf("it goes on at %v", at)
	}
	missing := &service.Archive{Name: filepath.Join(t.TempDir(), "missing")}
	marks.Forget(missing)
	if at := marks.Resume(t.Context(), a.record, missing); at != (archive.Position{}) {
		t.Errorf("a file that is not there goes on at %v", at)
	}
}
