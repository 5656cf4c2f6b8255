package sqlite_test

import (
	"path/filepath"
	"testing"

	"rapporteur/record"
	moved "rapporteur/store/rows"

	"github.com/google/go-cmp/cmp"
)

// TestRows moves a record into another file row by row, where it says the same and is
// sound; what does not belong there is taken out.
func TestRows(t *testing.T) {
	from, to := filled(t), filepath.Join(t.TempDir(), "moved.db")
	source, target := open(t, from), open(t, to)
	move := func() error {
		return source.Copy(t.Context(), func(f moved.From) error { return moved.Move(t.Context(), f, target, func(moved.Step) {}) })
	}
	if err := move(); err != nil {
		t.Fatal(err)
	}
	err := target.Receive(t.Context(), func(in moved.To) error { // as a move that was stopped and whose record went on
		tables, err := in.Tables()
		for _, table := range tables {
			if err == nil && (table.Name == "bodies" || table.Name == "corrections") {
				err = dropFirst(in, table)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := move(); err != nil {
		t.Fatal(err)
	}
	if err := target.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := target.Check(t.Context(), func(p record.Problem) bool { t.Error(p); return true }); err != nil {
		t.Error(err)
	}
	if err := target.Close(); err != nil {
		t.Fatal(err)
	}
	if err := source.Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(remembered(t, from), remembered(t, to)); diff != "" {
		t.Error(diff)
	}
}

// dropFirst takes the first row of a table out.
func dropFirst(in moved.To, table moved.Table) error {
	first, err := in.Rows(table, nil, nil, 1)
	if err != nil || len(first) == 0 {
		return err
	}
	return in.Drop(table, [][]any{first[0][:table.Keys]})
}
