//go:build !windows

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// reportLine is a report as a line of JSON, one of as many as are wanted.
func reportLine(i int) string {
	day := i%28 + 1
	return fmt.Sprintf(`{"text": "The envoys of Norway met those of Peru in Oslo on %d May 2031 for round %d of their talks, the ministry said. “We will go on,” minister Ada Berg added.", "published": "2031-05-%02d", "outlet": "Echo %d"}`+"\n", day, i, day, i)
}

// running is a rapporteur that a test talks to.
type running struct {
	*exec.Cmd
	in     io.WriteCloser
	out    *bufio.Scanner
	errors bytes.Buffer
}

func start(t *testing.T, args ...string) *running {
	t.Helper()
	r := &running{Cmd: exec.Command("rapporteur", args...)}
	r.Stderr = &r.errors
	var err error
	if r.in, err = r.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := r.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	r.out = bufio.NewScanner(out)
	r.out.Buffer(nil, 1<<20)
	if err := r.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Process.Kill() }) // it has ended, unless the test failed
	return r
}

// feed writes so many reports, and leaves the input open.
func (r *running) feed(t *testing.T, reports int) {
	t.Helper()
	for i := range reports {
		if _, err := io.WriteString(r.in, reportLine(i)); err != nil {
			t.Fatal(err)
		}
	}
}

// lines waits for so many lines of output.
func (r *running) lines(t *testing.T, n int) {
	t.Helper()
	for range n {
		if !r.out.Scan() {
			t.Fatalf("ended early: %s", r.errors.String())
		}
	}
}

// interrupt presses Ctrl-C and gives the further lines of output, the exit status and
// how long it took to end.
func (r *running) interrupt(t *testing.T) (more, status int, took time.Duration) {
	t.Helper()
	if err := r.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	for r.out.Scan() {
		more++
	}
	err := r.Wait()
	took = time.Since(begun)
	t.Logf("ended %v after the interrupt", took)
	var failed *exec.ExitError
	if !errors.As(err, &failed) {
		t.Fatalf("ended as if nothing had been: %v %s", err, r.errors.String())
	}
	return more, failed.ExitCode(), took
}

// soon is the longest that an end may take on a machine that does much else; half a
// second is what is promised on one that does not.
const soon = 5 * time.Second

// kept gives the number in the sentence that says what is kept; where the machine was so
// busy that the program ended without it, the number of those reported as done.
func (r *running) kept(t *testing.T, sentence string, done int) int {
	t.Helper()
	if m := regexp.MustCompile(sentence).FindStringSubmatch(r.errors.String()); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if !strings.Contains(r.errors.String(), "interrupted; the record holds what was reported as done") {
		t.Errorf("no sentence says what is kept: %q", r.errors.String())
	}
	return done
}

// reportsOn gives how many reports a record holds, which has to be a sound one.
func reportsOn(t *testing.T, db string) int {
	t.Helper()
	if out, err := exec.Command("rapporteur", "verify", "--db", db).CombinedOutput(); err != nil {
		t.Errorf("verify: %v %s", err, out)
	}
	out, err := exec.Command("rapporteur", "show", "reports", "--db", db, "--limit", "0", "--format", "json").Output()
	if err != nil {
		t.Fatalf("show: %v %s", err, out)
	}
	var reports []json.RawMessage
	if err := json.Unmarshal(out, &reports); err != nil {
		t.Fatalf("%v %.200s", err, out)
	}
	return len(reports)
}

// TestInterruptRead stops reading in the middle: what is printed is what the sentence says.
func TestInterruptRead(t *testing.T) {
	r := start(t, "read", "--format", "jsonl", "-")
	r.feed(t, 20)
	r.lines(t, 5)
	more, status, took := r.interrupt(t)
	if n := r.kept(t, `interrupted; (\d+) reports were read`, 5+more); n != 5+more || status != 130 || took > soon {
		t.Errorf("%d printed, %d said, status %d after %v", 5+more, n, status, took)
	}
}

// TestInterruptAdd stops adding in the middle of a long input, and goes on from there.
func TestInterruptAdd(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	r := start(t, "add", "--db", db, "-")
	r.feed(t, 40)
	r.lines(t, 16)
	more, status, took := r.interrupt(t)
	n := r.kept(t, `interrupted; (\d+) reports were looked at, and those that are new among them are on the record`, 16+more)
	if have := reportsOn(t, db); n != 16+more || have != n || status != 130 || took > soon {
		t.Errorf("%d told, %d said, %d on the record, status %d after %v", 16+more, n, have, status, took)
	}
	again := start(t, "add", "--db", db, "-")
	again.feed(t, 40)
	if err := again.in.Close(); err != nil {
		t.Fatal(err)
	}
	again.lines(t, 41)
	if err := again.Wait(); err != nil {
		t.Errorf("the same command again: %v %s", err, again.errors.String())
	}
	if have := reportsOn(t, db); have != 40 {
		t.Errorf("%d of 40 reports are on the record", have)
	}
}

// TestInterruptReread stops reading again when the first of it is written.
func TestInterruptReread(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "record.db")
	const reports = 120
	add := start(t, "add", "--db", db, "-")
	add.feed(t, reports)
	if err := add.in.Close(); err != nil {
		t.Fatal(err)
	}
	add.lines(t, reports+1)
	if err := add.Wait(); err != nil {
		t.Fatal(err, add.errors.String())
	}
	r := start(t, "reread", "--db", db, "--workers", "1")
	written(t, db+"-wal")
	_, status, took := r.interrupt(t)
	n := r.kept(t, `interrupted; (\d+) reports? w(?:as|ere) read again, the others are as before`, 0)
	if have := reportsOn(t, db); have != reports || n >= reports || status != 130 || took > soon {
		t.Errorf("%d read again, %d on the record, status %d after %v", n, have, status, took)
	}
}

// written waits until a file is there and holds something.
func written(t *testing.T, path string) {
	t.Helper()
	for range time.Tick(time.Millisecond) {
		if info, err := os.Stat(path); err == nil && info.Size() > 0 || t.Context().Err() != nil {
			return
		}
	}
}

// TestInterruptTwice presses Ctrl-C twice while nobody reads what is printed. Which of
// the two ends the program depends on the machine; that a second one does is shown where
// the first leaves it an hour (cmd/internal/terminal).
func TestInterruptTwice(t *testing.T) {
	r := start(t, "read", "--format", "jsonl", "-")
	r.feed(t, 20)
	r.lines(t, 1)
	if err := r.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if _, status, took := r.interrupt(t); status != 130 || took > soon {
		t.Errorf("status %d after %v: %s", status, took, r.errors.String())
	}
}
