package rows_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"rapporteur/store/rows"

	"github.com/google/go-cmp/cmp"
)

var table = rows.Table{Name: "t", Columns: []string{"n", "text", "data"}, Keys: 1}

// shelf is a store of one table in memory.
type shelf struct {
	rows   [][]any
	tables []rows.Table
	// lose is a key whose row is written wrongly.
	lose int64
	// fail is the error of the next rows.
	fail error
}

func (s *shelf) Tables() ([]rows.Table, error) { return s.tables, nil }

func (s *shelf) Count(rows.Table) (int64, error) { return int64(len(s.rows)), nil }

func (s *shelf) Rows(_ rows.Table, after, upTo []any, limit int) ([][]any, error) {
	var out [][]any
	for _, row := range s.rows {
		n := row[0].(int64)
		if (after == nil || n > after[0].(int64)) && (upTo == nil || n <= upTo[0].(int64)) && (limit == 0 || len(out) < limit) {
			out = append(out, slices.Clone(row))
		}
	}
	return out, s.fail
}

func (s *shelf) Put(_ rows.Table, all [][]any) error {
	for _, row := range all {
		if row[0] == s.lose {
			row = []any{row[0], "lost", []byte{}}
		}
		s.rows = append(s.rows, row)
	}
	slices.SortFunc(s.rows, func(a, b []any) int { return int(a[0].(int64) - b[0].(int64)) })
	return nil
}

func (s *shelf) Drop(_ rows.Table, keys [][]any) error {
	s.rows = slices.DeleteFunc(s.rows, func(row []any) bool {
		return slices.ContainsFunc(keys, func(k []any) bool { return k[0] == row[0] })
	})
	return nil
}

func (s *shelf) Receive(_ context.Context, do func(rows.To) error) error { return do(s) }

func filled(n int64) *shelf {
	s := &shelf{tables: []rows.Table{table}, lose: -1}
	for i := range n {
		s.rows = append(s.rows, []any{i, "line\x00", []byte{byte(i)}})
	}
	return s
}

// TestMove moves rows to where there are none, some, others and too many.
func TestMove(t *testing.T) {
	from := filled(1200)
	want := filled(1200).rows
	for _, row := range want {
		row[1] = "line\ufffd" // which not every store takes
	}
	other := &shelf{tables: from.tables, lose: -1, rows: [][]any{{int64(3), "other", []byte{3}}, {int64(700), "line\ufffd", []byte{188}}, {int64(5000), "surplus", []byte{}}}}
	for _, to := range []*shelf{{tables: from.tables, lose: -1}, other} {
		var last rows.Step
		if err := rows.Move(t.Context(), from, to, func(s rows.Step) { last = s }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, to.rows); diff != "" {
			t.Error(diff)
		}
		if last.Done != 1200 || last.All != 1200 || last.Table != "t" {
			t.Errorf("it ended with %+v", last)
		}
	}
	again := 0
	err := rows.Move(t.Context(), from, other, func(s rows.Step) { again = int(s.Before) })
	if err != nil || again != 1200 {
		t.Errorf("the second time %d rows were there: %v", again, err)
	}
}

// TestMoveFails notices rows that are not as they were written, tables that are others,
// and what the stores say.
func TestMoveFails(t *testing.T) {
	from, broken := filled(3), errors.New("broken")
	if err := rows.Move(t.Context(), from, &shelf{tables: from.tables, lose: 1}, func(rows.Step) {}); err == nil {
		t.Error("a row that is lost is not missed")
	}
	if err := rows.Move(t.Context(), from, &shelf{tables: []rows.Table{{Name: "t", Columns: []string{"n"}, Keys: 1}}}, func(rows.Step) {}); err == nil {
		t.Error("another table is taken for the same")
	}
	if err := rows.Move(t.Context(), from, &shelf{tables: from.tables, fail: broken}, func(rows.Step) {}); !errors.Is(err, broken) {
		t.Errorf("the target fails: %v", err)
	}
	from.fail = broken
	if err := rows.Move(t.Context(), from, filled(0), func(rows.Step) {}); !errors.Is(err, broken) {
		t.Errorf("the source fails: %v", err)
	}
	from.fail = nil
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := rows.Move(ctx, from, filled(0), func(rows.Step) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
}
