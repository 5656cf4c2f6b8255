package pages_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestNewOutletIsOffered within a minute.
func TestNewOutletIsOffered(t *testing.T) {
	now := noon
	r := record.New(memory.New(), func() time.Time { return now })
	h := pages.Handler(pages.Options{Record: r, API: "/api/v1", Now: func() time.Time { return now }})
	add := func(outlet string) {
		t.Helper()
		reading := wording(outlet)
		reading.Report.ID = outlet
		if _, err := r.Add(t.Context(), reading); err != nil {
			t.Fatal(err)
		}
	}
	add("First Wire")
	holds(t, h, "/events", http.StatusOK, `<option value="First Wire">`)
	add("Second Wire")
	now = now.Add(time.Minute)
	if body := holds(t, h, "/events", http.StatusOK); !strings.Contains(body, `<option value="Second Wire">`) {
		t.Errorf("%s", mainOf(body))
	}
}
