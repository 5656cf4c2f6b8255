package packed_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"

	"github.com/google/go-cmp/cmp"
)

// columns are a row that is at hand.
type columns []any

func (c columns) Scan(to ...any) error {
	if len(to) != len(c) {
		return fmt.Errorf("%d columns read of %d", len(to), len(c))
	}
	for i, v := range c {
		switch t := to[i].(type) {
		case *string:
			*t = v.(string)
		case *int64:
			*t = int64(v.(int))
		}
	}
	return nil
}

// answers gives some rows, whatever is asked, and then fails as told.
func answers(end error, rows ...columns) packed.Each {
	return func(take func(packed.Row) error, _ string, _ ...any) error {
		for _, r := range rows {
			if err := take(r); err != nil {
				return err
			}
		}
		return end
	}
}

// TestAll reads rows of every kind, and tells what cannot be read.
func TestAll(t *testing.T) {
	broken := errors.New("the line is cut")
	for name, c := range map[string]struct {
		got  func() (any, error)
		want any
		err  bool
	}{
		"values": {func() (any, error) {
			return packed.All(answers(nil, columns{`["a"]`}, columns{`[]`}), packed.JSON[[]string], "")
		}, [][]string{{"a"}, {}}, false},
		"none": {func() (any, error) { return packed.All(answers(nil), packed.JSON[int], "") }, []int(nil), false},
		"corrections": {func() (any, error) {
			return packed.All(answers(nil, columns{7, 2000, `{"by":"kim"}`}), packed.Correction, "")
		}, []record.Correction{{ID: 7, At: time.Unix(2, 0).UTC(), By: "kim"}}, false},
		"of desks": {func() (any, error) {
			return packed.All(answers(nil, columns{"north", "quota", "all", "{}"}), packed.DeskRow, "")
		}, []record.DeskRow{{Namespace: "north", Kind: "quota", Key: "all", Body: "{}"}}, false},
		"no JSON":          {func() (any, error) { return packed.All(answers(nil, columns{"{"}), packed.JSON[[]string], "") }, [][]string{nil}, true},
		"no correction":    {func() (any, error) { return packed.Correction(columns{1, 0, "["}) }, nil, true},
		"too few columns":  {func() (any, error) { return packed.Correction(columns{"{}"}) }, nil, true},
		"too many columns": {func() (any, error) { return packed.JSON[int](columns{1, "2"}) }, nil, true},
		"cut":              {func() (any, error) { return packed.All(answers(broken, columns{"1"}), packed.JSON[int], "") }, []int{1}, true},
	} {
		got, err := c.got()
		if (err != nil) != c.err {
			t.Errorf("%s: %v", name, err)
		}
		if d := cmp.Diff(c.want, got); d != "" && c.want != nil {
			t.Errorf("%s: %s", name, d)
		}
	}
}
