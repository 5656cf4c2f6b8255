package follow_test

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/follow"
)

// full is a place that nothing can be written to.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteMetrics(t *testing.T) {
	d := newDesk(t)
	var b strings.Builder
	if err := follow.WriteMetrics(t.Context(), d.store, &b); err != nil || b.Len() > 0 {
		t.Errorf("nothing is followed: %q, %v", b.String(), err)
	}
	now := d.clock.now()
	_, err := d.AddAll(t.Context(), []follow.Source{{Address: "https://a.example/1", Answered: now}, {Address: "https://a.example/2", Problem: "late"}, {Address: "https://a.example/3", Gone: true}, {Address: "https://a.example/4"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.store.Update(t.Context(), func(u follow.Update) error {
		return u.PutItem(follow.Item{Key: "a", Source: 1, State: follow.Waiting})
	}); err != nil {
		t.Fatal(err)
	}
	if err := follow.WriteMetrics(t.Context(), d.store, &b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`sources{state="well"} 1`, `sources{state="failing"} 1`, `sources{state="gone"} 1`, `sources{state="new"} 1`, `items{state="known"} 1`, `items{state="waiting"} 1`, `items{state="failed"} 0`, "timestamp_seconds 1930377600"} {
		if !strings.Contains(b.String(), want+"\n") {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
	if err := follow.WriteMetrics(t.Context(), d.store, full{}); err == nil {
		t.Error("written to what is full")
	}
}
