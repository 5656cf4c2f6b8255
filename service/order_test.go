package service

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestInOrder gives results in the order of the inputs at any number of
// workers, and stops when nobody listens any more.
func TestInOrder(t *testing.T) {
	var inputs []string
	for i := range 100 {
		inputs = append(inputs, strconv.Itoa(i))
	}
	for _, workers := range []int{1, 3, 8} {
		var got []string
		for s := range InOrder(t.Context(), slices.Values(inputs), workers, func(s string) string { return s + "!" }) {
			if got = append(got, s); len(got) == 50 {
				break
			}
		}
		var want []string
		for _, s := range inputs[:50] {
			want = append(want, s+"!")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}
