package schema

import (
	"strings"
	"testing"

	"rapporteur/table"
)

// TestWrongRows are refused with what is wrong about them.
func TestWrongRows(t *testing.T) {
	const types, roles, attributes = "type\tplover\tcameo\tmeaning\n", "role\tfiller\tcount\trequired\tmeaning\n", "attribute\tvalues\tmeaning\n"
	for _, test := range []struct {
		rows string
		add  func(*Kind, table.Row) error
		want string
	}{
		{types + "talks\t\t\tx\ntalks\t\t\tx\n", (*Kind).addType, "stands twice"},
		{roles + "host\tpointer\tone\t\tx\nhost\tpointer\tone\t\tx\n", (*Kind).addRole, "stands twice"},
		{roles + "host\tword\tone\t\tx\n", (*Kind).addRole, "pointer or span"},
		{roles + "host\tspan\tfew\t\tx\n", (*Kind).addRole, "one or many"},
		{roles + "host\tspan\tone\tno\tx\n", (*Kind).addRole, "yes or nothing"},
		{attributes + "mood\t;calm\tx\nmood\t\tx\n", (*Kind).addAttribute, "stands twice"},
	} {
		parsed, err := table.Parse("rows.tsv", []byte(test.rows))
		if err != nil {
			t.Fatal(err)
		}
		kind := &Kind{Name: "meeting"}
		for _, row := range parsed.Rows {
			if err == nil {
				err = test.add(kind, row)
			}
		}
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "rows.tsv:") {
			t.Errorf("%q: %v, want %q", test.rows, err, test.want)
		}
	}
}

func TestUnknownKindsAndTables(t *testing.T) {
	s := &Schema{Kinds: []Kind{{Name: "song"}}}
	if err := s.load("roles.tsv", (*Kind).addRole, "role"); err == nil || !strings.Contains(err.Error(), "not in kinds.tsv") {
		t.Errorf("roles of kinds that there are not: %v", err)
	}
	if err := s.load("missing.tsv", (*Kind).addRole, "role"); err == nil {
		t.Error("a table that is missing was read")
	}
	if err := s.load("kinds.tsv", (*Kind).addRole, "role"); err == nil || !strings.Contains(err.Error(), "role") {
		t.Errorf("a table without the columns: %v", err)
	}
}
