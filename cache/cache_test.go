package cache_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/cache"
)

// desk is a cache whose clock and record a test moves.
type desk struct {
	*cache.Cache[string]
	own, all atomic.Int64
	now      atomic.Int64
	made     atomic.Int64
}

func newDesk() *desk {
	d := &desk{}
	o := cache.Usual(func(context.Context) (cache.Revision, error) {
		return cache.Revision{Own: d.own.Load(), All: d.all.Load()}, nil
	}, 2)
	o.Now = func() time.Time { return time.Unix(1000, 0).Add(time.Duration(d.now.Load())) }
	o.Size = 1000
	d.Cache = cache.New(o, func(v string) int64 { return int64(len(v)) })
	return d
}

// ask gives the answer of a key, which is the number of answers made so far.
func (d *desk) ask(t *testing.T, key string) string {
	t.Helper()
	v, err := d.Get(t.Context(), key, func(context.Context) (string, bool, error) {
		return fmt.Sprint(d.made.Add(1)), true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// until asks for a key until its answer is another one, which is made meanwhile.
func (d *desk) until(t *testing.T, key, want string) {
	t.Helper()
	for d.ask(t, key) != want {
		if t.Context().Err() != nil {
			t.Fatal("it was not made anew")
		}
	}
}

func TestAnswersStandAsLongAsTheRecord(t *testing.T) {
	d := newDesk()
	check := func(want string) {
		t.Helper()
		if got := d.ask(t, "a"); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	check("1")
	check("1")
	d.own.Add(1) // what this process changes is seen at once
	d.all.Add(1)
	check("2")
	d.all.Add(1) // what another does is seen within seconds
	check("2")
	d.now.Store(int64(4 * time.Second))
	check("2")
	d.until(t, "a", "3")
	d.all.Add(1)
	d.now.Store(int64(140 * time.Second))
	check("4")
	d.now.Store(int64(165 * time.Second)) // nothing changed
	check("4")
	d.now.Store(int64(201 * time.Second)) // and yet it may name a day
	d.until(t, "a", "5")
	if n := d.Counts(); n.Made != 3 || n.Old < 2 || n.Known < 6 {
		t.Errorf("%+v", n)
	}
}

// TestMakingAnewRests holds that as much time passes without making anything anew as the
// last of that took.
func TestMakingAnewRests(t *testing.T) {
	d := newDesk()
	d.ask(t, "a")
	d.ask(t, "b")
	d.all.Add(1)
	d.now.Store(int64(4 * time.Second))
	done := make(chan struct{})
	if v, err := d.Get(t.Context(), "a", func(context.Context) (string, bool, error) {
		d.now.Add(int64(5 * time.Second))
		defer close(done)
		return "new", true, nil
	}); v != "1" || err != nil {
		t.Error(v, err)
	}
	<-done
	d.until(t, "a", "new")
	for range 10 {
		if got := d.ask(t, "b"); got != "2" {
			t.Error(got)
		}
	}
	d.now.Add(int64(6 * time.Second))
	d.until(t, "b", "3")
}

func TestWhatManyAskForIsMadeOnce(t *testing.T) {
	d := newDesk()
	begun, go_ := make(chan struct{}), make(chan struct{})
	var all sync.WaitGroup
	ask := func() {
		v, err := d.Get(t.Context(), "a", func(context.Context) (string, bool, error) {
			close(begun)
			<-go_
			return "x", true, nil
		})
		if v != "x" || err != nil {
			t.Errorf("%q, %v", v, err)
		}
	}
	for range 20 {
		all.Go(ask)
	}
	<-begun
	over, cancel := context.WithCancel(t.Context())
	cancel() // who gives up takes it from nobody
	if _, err := d.Get(over, "a", nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	close(go_)
	all.Wait()
}

func TestChangesAreNotMissedByWhatIsBeingMade(t *testing.T) {
	d := newDesk()
	begun, go_ := make(chan struct{}), make(chan struct{})
	var older sync.WaitGroup
	older.Go(func() {
		_, _ = d.Get(t.Context(), "a", func(context.Context) (string, bool, error) {
			close(begun)
			<-go_
			return "old", true, nil
		})
	})
	<-begun
	d.own.Add(1)
	if got := d.ask(t, "a"); got != "1" {
		t.Error(got)
	}
	close(go_)
	older.Wait()
	if got := d.ask(t, "a"); got != "1" {
		t.Errorf("%s came back", got)
	}
}

// TestWhatNobodyWaitsForIsGivenUp holds that the context of what is made ends with the
// last who waits, and that whoever asks later begins anew.
func TestWhatNobodyWaitsForIsGivenUp(t *testing.T) {
	d := newDesk()
	for range 3 { // more than there are makers
		gone, leave := context.WithCancel(t.Context())
		ended := make(chan error)
		var one sync.WaitGroup
		one.Go(func() {
			_, err := d.Get(gone, "a", func(ctx context.Context) (string, bool, error) {
				leave()
				<-ctx.Done()
				ended <- ctx.Err()
				return "", true, ctx.Err()
			})
			if !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		one.Wait()
	}
	if got := d.ask(t, "a"); got != "1" {
		t.Error(got)
	}
}

// TestWhoLeavesTheQueue holds that what waits for a maker is given up as well.
func TestWhoLeavesTheQueue(t *testing.T) {
	d := newDesk()
	begun, on := make(chan struct{}), make(chan struct{})
	var all sync.WaitGroup
	for _, key := range []string{"a", "b"} {
		all.Go(func() {
			_, _ = d.Get(t.Context(), key, func(context.Context) (string, bool, error) {
				begun <- struct{}{}
				<-on
				return "x", true, nil
			})
		})
	}
	<-begun
	<-begun
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := d.Get(gone, "c", nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	close(on)
	all.Wait()
	if got := d.ask(t, "c"); got != "1" {
		t.Error(got)
	}
}

func TestWhatIsNotKept(t *testing.T) {
	d := newDesk()
	n := 0
	ask := func(key, value string, keep bool, err error) {
		t.Helper()
		got, failed := d.Get(t.Context(), key, func(context.Context) (string, bool, error) { n++; return value, keep, err })
		if got != value || !errors.Is(failed, err) {
			t.Errorf("%q, %v", got, failed)
		}
	}
	wrong := errors.New("wrong")
	for range 2 {
		ask("refused", "x", false, nil)
		ask("failed", "x", true, wrong)
		ask("large", string(make([]byte, 200)), true, nil)
	}
	if n != 6 {
		t.Errorf("made %d times", n)
	}
	for i := range 30 { // the last 16 or so have room
		ask(fmt.Sprint("k", i), string(make([]byte, 60)), true, nil)
	}
	n = 0
	ask("k29", string(make([]byte, 60)), true, nil)
	ask("k0", "new", true, nil)
	if n != 1 {
		t.Errorf("made %d times", n)
	}
}

func TestAPanicIsOneOfWhoeverAsks(t *testing.T) {
	d := newDesk()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
		if got := d.ask(t, "a"); got != "1" {
			t.Error(got)
		}
	}()
	_, _ = d.Get(t.Context(), "a", func(context.Context) (string, bool, error) { panic("no template") })
}

func TestARecordThatDoesNotAnswer(t *testing.T) {
	wrong := errors.New("wrong")
	c := cache.New(cache.Usual(func(context.Context) (cache.Revision, error) { return cache.Revision{}, wrong }, 0), func(string) int64 { return 1 })
	if _, err := c.Get(t.Context(), "a", nil); !errors.Is(err, wrong) {
		t.Error(err)
	}
}
