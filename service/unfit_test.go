package service_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// picky is a store that panics over reports that hold a word.
type picky struct {
	record.Store
	word string
}

func (p picky) Update(ctx context.Context, do func(record.Update) error) error {
	return p.Store.Update(ctx, func(u record.Update) error { return do(pickyUpdate{u, p.word}) })
}

type pickyUpdate struct {
	record.Update
	word string
}

func (u pickyUpdate) PutReport(row record.ReportRow, body record.Body) (int64, error) {
	if strings.Contains(body.Text, u.word) {
		panic("a row that nobody expected")
	}
	return u.Update.PutReport(row, body)
}

// TestAddGoesPastUnfit stores what is put on the record together with a report that the
// record cannot take, names that one, and does the same the next time.
func TestAddGoesPastUnfit(t *testing.T) {
	r := record.New(picky{memory.New(), "trapdoor"}, func() time.Time { return time.Time{} })
	for _, want := range [][]string{{"added", "standard input:2", "added"}, {"known", "standard input:2", "known"}} {
		var got []string
		ingest := service.Ingest{Record: r, Read: fragile("nothing at all")}
		err := ingest.Add(t.Context(), linesOf(someLines).All([]string{"-"}), func(one service.Arrival) error {
			if one.Err == nil {
				got = append(got, string(one.Outcome))
				return nil
			}
			if !strings.Contains(one.Err.Error(), "standard input:2") || rapporteur.CodeOf(one.Err) != rapporteur.Internal {
				t.Error(one.Err)
			}
			got = append(got, one.Input)
			return nil
		})
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Error(err, diff)
		}
	}
}
