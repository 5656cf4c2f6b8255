package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// TestDeath kills processes that work on a record, at any moment and before every
// step of their work on files: the record says what it said before or what it says
// afterwards, and is whole. RAPPORTEUR_LONG kills 60 of each, 720 in all, besides those before a step.
func TestDeath(t *testing.T) {
	chance, died := rand.New(rand.NewPCG(7, 8)), 0
	for _, work := range slices.Sorted(maps.Keys(works)) {
		t.Run(work, func(t *testing.T) {
			s := newStory(t, work)
			for step := 1; step <= s.steps; step++ {
				path := scene(t, s.files)
				runChild(t, work, path, step, time.Hour)
				died++
				s.check(t, path)
			}
			for range times(t, 60, 6) {
				path := scene(t, s.files)
				runChild(t, work, path, 0, time.Duration(chance.Int64N(int64(s.length))))
				died++
				s.check(t, path)
			}
		})
	}
	t.Logf("%d deaths", died)
}

// TestFailure lets each step on files fail, statements from the first to the last, and
// the disk be full after so many pages: the record says what it said before, or afterwards.
func TestFailure(t *testing.T) {
	failed := 0
	for _, work := range slices.Sorted(maps.Keys(works)) {
		t.Run(work, func(t *testing.T) {
			s := newStory(t, work)
			for step := 1; step <= s.steps; step++ {
				path, n := scene(t, s.files), 0
				err := works[work](path, 1000, func(string, string) error {
					if n++; n == step {
						return errors.New("the disk does not want to")
					}
					return nil
				})
				if err != nil {
					failed++
				}
				s.check(t, path)
			}
			if s.steps > 0 {
				return // what it writes, it writes to a file of its own
			}
			asked = 0
			if err := works[work](scene(t, s.files), math.MinInt, nil); err != nil {
				t.Fatal(err)
			}
			all, most := asked, times(t, 60, 10)
			for n := range most {
				path := scene(t, s.files)
				if works[work](path, -1-n*all/most, nil) != nil {
					failed++
				}
				s.check(t, path)
			}
			for pages := range times(t, 30, 12) {
				path := scene(t, s.files)
				if err := works[work](path, pages, nil); err != nil {
					failed++
					if code := rapporteur.CodeOf(err); code != rapporteur.NoSpace {
						t.Errorf("room for %d pages: %v", pages, err)
					}
				}
				s.check(t, path)
			}
		})
	}
	t.Logf("%d failures", failed)
}

// story is a piece of work with what the record says before and after it.
type story struct {
	work          string
	files         map[string][]byte
	before, after []any
	// steps counts its work on files, length is how long it takes.
	steps  int
	length time.Duration
}

func newStory(t *testing.T, work string) *story {
	t.Helper()
	s := &story{work: work, files: sceneOf(t, work)}
	path := scene(t, s.files)
	s.before = answersNow(t, path)
	path = scene(t, s.files)
	begin := time.Now()
	if err := works[work](path, 1000, func(string, string) error { s.steps++; return nil }); err != nil {
		t.Fatal(err)
	}
	s.length = 2*time.Since(begin) + 10*time.Millisecond
	s.after = answersNow(t, path)
	return s
}

// answersNow brings a copy up to date, where it is of an older version, and asks it.
func answersNow(t *testing.T, path string) []any {
	t.Helper()
	db, err := sqlite.Open(context.Background(), path, sqlite.Write)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return answers(path)
}

// check looks at what is left when the work was cut off.
func (s *story) check(t *testing.T, path string) {
	t.Helper()
	is := answersNow(t, path)
	if !cmp.Equal(s.before, is) && !cmp.Equal(s.after, is) {
		t.Errorf("neither what it was nor what it was to be:\n%s", cmp.Diff(s.after, is))
	}
	if found := problems(path); len(found) > 0 {
		t.Error(found)
	}
	if _, err := os.Stat(path + ".backup"); err == nil {
		if found := problems(path + ".backup"); len(found) > 0 {
			t.Error("a part of a backup has its name:", found)
		}
	}
	// The next one is not poisoned by what this one left.
	again := works[s.work](path, 1000, nil)
	once := slices.Contains([]string{"remove", "backup", "missed", "undo"}, s.work) // and is refused if it was done already
	if again != nil && (!once || rapporteur.CodeOf(again) != rapporteur.Invalid) {
		t.Errorf("the work cannot be done afterwards: %v", again)
	}
	if found := problems(path); len(found) > 0 {
		t.Error("afterwards:", found)
	}
}

// runChild does a piece of work in another process, which is killed after some time
// if it has not died before; others read the record meanwhile.
func runChild(t *testing.T, work, path string, step int, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childWork+"="+work, childPath+"="+path, fmt.Sprintf("%s=%d", childStep, step))
	var problems strings.Builder
	child.Stderr = &problems
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var over atomic.Bool
	done := make(chan struct{})
	go func() {
		defer close(done)
		now := time.NewTicker(20 * time.Millisecond) // a reader without a break would keep everybody out
		defer now.Stop()
		for n := 0; n < 3 && !over.Load(); n++ {
			answers(path)
			<-now.C
		}
	}()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		time.AfterFunc(after, func() { _ = child.Process.Kill() }) // it may be over
	}
	_ = child.Wait() // it was killed
	over.Store(true)
	<-done
	if problems.Len() > 0 {
		t.Errorf("%s, step %d: %s", work, step, problems.String())
	}
}
