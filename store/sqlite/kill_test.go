package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// childPath is the variable that makes the test binary a process that adds
// reports to the record at this path until it is killed; childFirst is the number
// of the first one.
const (
	childPath  = "RAPPORTEUR_TEST_CHILD"
	childFirst = "RAPPORTEUR_TEST_FIRST"
	childWaits = "RAPPORTEUR_TEST_WAITS" // it waits for a line between portions
)

func TestMain(m *testing.M) {
	if work := os.Getenv(childWork); work != "" {
		if err := workAsChild(work); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if path := os.Getenv(childPath); path != "" {
		if err := addForever(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// addForever adds reports in portions and says of each portion when it is kept.
func addForever(path string) error {
	db, err := openOnly(path)
	if err != nil {
		return err
	}
	r := record.New(db, time.Now)
	n := 0
	if _, err := fmt.Sscan(os.Getenv(childFirst), &n); err != nil {
		return err
	}
	in := bufio.NewReader(os.Stdin)
	for ; ; n += portion {
		var readings []*rapporteur.Reading
		for i := range portion {
			readings = append(readings, invented(n+i))
		}
		if _, err := r.Add(context.Background(), readings...); err != nil {
			return err
		}
		fmt.Println(n + portion)
		if os.Getenv(childWaits) != "" {
			_, _ = in.ReadString('\n') // whatever it says
		}
	}
}

// portion is the number of reports that are added at once.
const portion = 4

// invented is a short report about talks between two of five states on one of a
// few days, so that many reports are about the same talks.
func invented(n int) *rapporteur.Reading {
	day := rapporteur.Date(time.Date(2030, 1, 1+n/20, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
	text := fmt.Sprintf("Report %d. The envoys met in Ostmark, %d hours long.", n, n%7+1)
	first := len(fmt.Sprintf("Report %d.", n)) + 1
	evidence := []rapporteur.Span{{Start: first, End: len(text), Text: text[first:]}}
	r := &rapporteur.Reading{Report: rapporteur.Report{ID: fmt.Sprintf("%016x", n), Text: text, Published: day,
		Outlet:     rapporteur.Text(fmt.Sprint("Outlet ", n%3)),
		Paragraphs: []rapporteur.Paragraph{{Start: 0, End: len(text), Kind: rapporteur.Body}}},
		Sentences: [][2]int{{0, first - 1}, {first, len(text)}}}
	m := rapporteur.Meeting{Basis: rapporteur.Basis{ID: fmt.Sprintf("m%d", n), Confidence: 0.9, Rule: "test", Evidence: evidence},
		Kind: "talks", Date: day, Status: rapporteur.Held, Place: &rapporteur.Place{Name: "Ostmark"}}
	for _, s := range []string{string(rune('A' + n%5)), string(rune('A' + (n+1)%5))} {
		r.Actors = append(r.Actors, rapporteur.Actor{ID: s, Known: true, Name: s, Kind: rapporteur.State, State: rapporteur.Text(s)})
		m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: s, For: rapporteur.Text(s), Presence: rapporteur.Present})
	}
	r.Meetings = []rapporteur.Meeting{m}
	return r
}

// TestKill kills a process that adds reports, a hundred times at any moment: what
// it said was kept is there, and all that is there is whole.
func TestKill(t *testing.T) {
	times := 100
	if testing.Short() {
		times = 5
	}
	path := filepath.Join(t.TempDir(), "record.db")
	if err := open(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(1, 2))
	kept := 0
	for range times {
		said := runAndKill(t, path, kept, time.Duration(chance.IntN(60_000))*time.Microsecond)
		if said > kept {
			kept = said
		}
		kept = whole(t, path, kept)
	}
	t.Logf("%d reports were added by %d processes that were killed", kept, times)
	if kept < times {
		t.Errorf("only %d reports were added: the processes were killed before they did anything", kept)
	}
}

// runAndKill starts a process, kills it some time after its first word, and gives
// the number of reports that it said were kept.
func runAndKill(t *testing.T, path string, first int, after time.Duration) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childPath+"="+path, fmt.Sprintf("%s=%d", childFirst, first))
	var problems strings.Builder
	child.Stderr = &problems
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	said := 0
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if said == 0 {
			time.AfterFunc(after, func() { _ = child.Process.Kill() }) // it may be over
		}
		if _, err := fmt.Sscan(lines.Text(), &said); err != nil {
			t.Fatal(err)
		}
	}
	_ = child.Wait() // it was killed
	if problems.Len() > 0 {
		t.Fatal(problems.String())
	}
	return said
}

// whole opens what a killed process left, checks it and gives the number of
// reports in it.
func whole(t *testing.T, path string, kept int) int {
	t.Helper()
	ctx := context.Background()
	db := open(t, path)
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	r := record.New(db, time.Now)
	tell := func(p record.Problem) bool {
		t.Error(p)
		return true
	}
	if err := errors.Join(db.Check(ctx, tell), r.Verify(ctx, tell)); err != nil {
		t.Fatal(err)
	}
	reports, err := r.Reports(ctx, record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) < kept || len(reports)%portion != 0 {
		t.Fatalf("%d reports are there; %d were said to be kept, %d at a time", len(reports), kept, portion)
	}
	return len(reports)
}
