package rows_test

import (
	"testing"

	"rapporteur/store/rows"
)

// TestColumns writes columns as statements take them.
func TestColumns(t *testing.T) {
	if got := rows.Quoted([]string{"n", "user"}); got[0] != `"n"` || got[1] != `"user"` {
		t.Errorf("%q", got)
	}
	if got := rows.OrNothing("r.n, r.id,\n r.length"); got != "coalesce(r.n, 0), coalesce(r.id, ''), coalesce(r.length, 0)" {
		t.Error(got)
	}
}
