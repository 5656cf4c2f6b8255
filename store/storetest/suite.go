package storetest

import (
	"context"
	"testing"

	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// suite is a store under test.
type suite struct {
	record.Store
	// first is the number of the first report, 0 while there was none.
	first int64
}

// begins notes the number of the first report; a store gives out numbers from where it
// likes.
func (s *suite) begins(n int64) {
	if s.first == 0 {
		s.first = n
	}
}

// number is that of a report, the first one being 1.
func (s *suite) number(report int64) int64 { return s.first + report - 1 }

func (s *suite) update(t *testing.T, do func(record.Update) error) {
	t.Helper()
	if err := s.Update(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

func (s *suite) view(t *testing.T, do func(record.View) error) {
	t.Helper()
	if err := s.View(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

// equal compares what a store gave with what it should have.
func equal[T any](t *testing.T, what string, want, got T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got): %s", what, diff)
	}
}

func put(t *testing.T, s *suite, rows ...record.ReportRow) {
	t.Helper()
	s.update(t, func(u record.Update) error {
		for _, r := range rows {
			_, body := report("", "", "")
			n, err := u.PutReport(r, body)
			if err != nil {
				return err
			}
			s.begins(n)
		}
		return nil
	})
}
