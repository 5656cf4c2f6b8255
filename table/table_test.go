package table_test

import (
	"testing"

	"rapporteur/table"

	"github.com/google/go-cmp/cmp"
)

const states = "# id: code\n#until 2025-01-31\nid\tname\taliases\nFRA\tFrance\t\nGBR\tUnited Kingdom\tBritain; UK\nCHE\tSwitzerland\n"

func TestParse(t *testing.T) {
	tab, err := table.Parse("states.tsv", []byte(states), "id", "aliases")
	if err != nil {
		t.Fatal(err)
	}
	if tab.Until != "2025-01-31" || len(tab.Rows) != 3 {
		t.Fatalf("got until %q and %d rows", tab.Until, len(tab.Rows))
	}
	if diff := cmp.Diff([]string{"Britain", "UK"}, tab.Rows[1].List("aliases")); diff != "" {
		t.Error(diff)
	}
	if got := tab.Rows[2].Get("aliases") + tab.Rows[0].Get("nosuch"); got != "" {
		t.Errorf("missing cells give %q", got)
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"too many cells", "id\nFRA\tFrance\n", "t.tsv:2: 2 cells for 1 columns; separate cells with single tabs"},
		{"no column", "name\nFrance\n", `t.tsv: no column "id"; the columns are name`},
	} {
		_, err := table.Parse("t.tsv", []byte(tt.data), "id")
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}
