package record

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSideBySide holds that all is taken in its order, that whoever fails first is heard,
// and that nothing is made once it has come back.
func TestSideBySide(t *testing.T) {
	tide := errors.New("tide")
	making := false
	count := func(upTo int, end error) func(func(int) error) error {
		return func(give func(int) error) error {
			making = true
			defer func() { making = false }()
			for i := range upTo {
				if err := give(i); err != nil {
					return err
				}
			}
			return end
		}
	}
	var got []int
	until := func(most int) func(int) error {
		got = nil
		return func(i int) error {
			if i == most {
				return tide
			}
			got = append(got, i)
			return nil
		}
	}
	for _, c := range []struct {
		made, taken int
		end, want   error
		got         []int
	}{
		{made: 4, taken: 9, got: []int{0, 1, 2, 3}},
		{made: 3, taken: 9, end: tide, want: tide, got: []int{0, 1, 2}},
		{made: 50, taken: 2, want: tide, got: []int{0, 1}},
		{made: 0, taken: 9},
	} {
		if err := sideBySide(count(c.made, c.end), until(c.taken)); !errors.Is(err, c.want) || making || !cmp.Equal(c.got, got) {
			t.Errorf("%+v: %v, %v, still making: %t", c, got, err, making)
		}
	}
	func() {
		defer func() {
			if recover() == nil || making {
				t.Error("a panic of the taker is lost, or the maker goes on")
			}
		}()
		_ = sideBySide(count(9, nil), func(int) error { panic("flood") })
	}()
}
