package dispatch_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/alert/deliver"
	"rapporteur/alert/dispatch"
	"rapporteur/record"
	"rapporteur/source/fetch"
	"rapporteur/store/sqlite"
)

// What this program does as another process: RAPPORTEUR_ALERTS says what, then come the
// record and the address of the receiver.
const (
	addThenHang = "add"
	sendAll     = "send"
	sendLater   = "send-later"
	runOn       = "run"
)

func TestMain(m *testing.M) {
	if what := os.Getenv("RAPPORTEUR_ALERTS"); what != "" {
		if err := process(what, os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// process does one thing to a record.
func process(what, path, address string) error {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, path, sqlite.Create)
	if err != nil {
		return err
	}
	r := record.New(db, time.Now)
	now := time.Now
	if what == sendLater { // when nobody holds a letter any more
		now = func() time.Time { return time.Now().Add(time.Hour) }
	}
	run := dispatch.New(dispatch.Options{Record: r, Alerts: db.Alerts(), Now: now, Couriers: map[alert.Means]dispatch.Courier{alert.Webhook: &deliver.Webhook{
		Fetcher: fetch.New(fetch.Options{Networks: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}), Getenv: os.Getenv, Now: time.Now}}})
	switch what {
	case addThenHang:
		err = db.Alerts().Update(ctx, func(u alert.Update) error {
			return u.PutRule(alert.Rule{Name: "plans", When: []alert.When{alert.Planned}, To: []alert.Target{{By: alert.Webhook, To: address}}})
		})
		if err == nil {
			_, err = r.Add(ctx, talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
		}
		fmt.Println("committed")
		if err == nil {
			forever := make(chan os.Signal, 1)
			signal.Notify(forever, os.Interrupt)
			<-forever // until it is killed
		}
	case runOn:
		fmt.Println("running")
		run.Run(ctx)
	default:
		err = run.Step(ctx)
	}
	return err
}

// receiver takes letters by their ids.
type receiver struct {
	*httptest.Server
	mu     sync.Mutex
	bodies map[string][]string
	taken  map[string]bool
	// first and then are called with the first request, before and after it is answered.
	first, then func()
	came        chan time.Time
}

func newReceiver(t *testing.T) *receiver {
	r := &receiver{bodies: map[string][]string{}, taken: map[string]bool{}, came: make(chan time.Time, 100)}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, err := io.ReadAll(q.Body)
		if err != nil {
			return // whoever sent it is dead
		}
		id := q.Header.Get("Webhook-Id")
		r.mu.Lock()
		r.bodies[id] = append(r.bodies[id], string(body))
		first, then := r.first, r.then
		r.first, r.then = nil, nil
		r.taken[id] = true
		r.mu.Unlock()
		r.came <- time.Now()
		if first != nil {
			first()
			return
		}
		w.WriteHeader(http.StatusNoContent)
		if then != nil {
			_ = http.NewResponseController(w).Flush() // it may be dead
			then()
		}
	}))
	t.Cleanup(r.Close)
	return r
}

// child starts this program to do something and waits for its first line if it has one.
func child(t *testing.T, what, path, address string, speaks bool) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], path, address)
	c.Env = append(os.Environ(), "RAPPORTEUR_ALERTS="+what)
	c.Stderr = os.Stderr
	var out io.ReadCloser
	if speaks {
		var err error
		if out, err = c.StdoutPipe(); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if speaks {
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// killed kills a process and waits for its end.
func killed(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
}

// TestExactlyOnceAcrossKills kills the process that sends behind the commit, when the
// letter has arrived and is not yet answered, and when it is answered: a receiver that
// knows ids sees one letter, and the same bytes each time.
func TestExactlyOnceAcrossKills(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes and kills them")
	}
	for _, point := range []string{"behind the commit", "before the answer", "behind the answer"} {
		t.Run(point, func(t *testing.T) {
			r, path := newReceiver(t), filepath.Join(t.TempDir(), "record.db")
			killed(t, child(t, addThenHang, path, r.URL, true))
			if point != "behind the commit" {
				var c *exec.Cmd
				ready := make(chan struct{})
				kill := func() {
					<-ready
					_ = c.Process.Kill() // it may have come to its end
				}
				if point == "before the answer" {
					r.first = kill
				} else {
					r.then = kill
				}
				c = child(t, sendAll, path, r.URL, false)
				close(ready)
				_ = c.Wait() // it was killed
			}
			for range 2 {
				if err := child(t, sendLater, path, r.URL, false).Wait(); err != nil {
					t.Fatal(err)
				}
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			if len(r.taken) != 1 {
				t.Errorf("%d letters were taken", len(r.taken))
			}
			for id, bodies := range r.bodies {
				t.Logf("%s came %d times", id, len(bodies))
				for _, b := range bodies {
					if b != bodies[0] {
						t.Errorf("another body: %s, %s", bodies[0], b)
					}
				}
				if len(bodies) > 2 || point == "behind the commit" && len(bodies) != 1 {
					t.Errorf("it came %d times", len(bodies))
				}
			}
		})
	}
}

// TestWithinASecond adds a report in one process and measures when its alert arrives from
// another.
func TestWithinASecond(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes and measures them")
	}
	r, path := newReceiver(t), filepath.Join(t.TempDir(), "record.db")
	killed(t, child(t, addThenHang, path, r.URL, true))
	c := child(t, runOn, path, r.URL, true)
	<-r.came // the plan that was there
	db, err := sqlite.Open(t.Context(), path, sqlite.Write)
	if err != nil {
		t.Fatal(err)
	}
	var worst time.Duration
	for n := range 5 {
		if _, err := record.New(db, time.Now).Add(t.Context(), talks(fmt.Sprint("n", n), "2031-05-01", rapporteur.PlannedMeeting, fmt.Sprintf("2031-0%d-20", n+5))); err != nil {
			t.Fatal(err)
		}
		committed := time.Now()
		worst = max(worst, (<-r.came).Sub(committed))
	}
	killed(t, c)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("the slowest of 5 took %v", worst)
	if worst > time.Second {
		t.Errorf("an alert took %v", worst)
	}
}
