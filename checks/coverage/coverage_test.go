package main

import (
	"io"
	"strings"
	"testing"
)

const printed = `ok  	rapporteur/table	0.015s	coverage: 97.4% of statements
ok  	rapporteur/cmd/lamp	(cached)	coverage: 71.0% of statements
	rapporteur/kit		coverage: 0.0% of statements
?   	rapporteur/notices	[no test files]
ok  	rapporteur/words	0.015s	coverage: [no statements]
ok  	rapporteur/half	1.500s	coverage: 50.0% of statements
--- PASS: a test that prints coverage: 12.0% of statements
`

func TestReadPassesOn(t *testing.T) {
	var out strings.Builder
	measured, err := read(strings.NewReader(printed), &out)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != printed {
		t.Errorf("passed on %q", out.String())
	}
	want := map[string]float64{"rapporteur/table": 97.4, "rapporteur/cmd/lamp": 71, "rapporteur/kit": 0, "rapporteur/half": 50}
	if len(measured) != len(want) {
		t.Errorf("measured %v, want %v", measured, want)
	}
	for pkg, share := range want {
		if got, ok := measured[pkg]; !ok || got != share {
			t.Errorf("%s: %v, want %v", pkg, got, share)
		}
	}
}

func TestJudge(t *testing.T) {
	tests := []struct {
		name     string
		measured map[string]float64
		listed   map[string]float64
		want     string // part of the complaint, empty for none
	}{
		{"above", map[string]float64{"rapporteur/a": 85}, nil, ""},
		{"below", map[string]float64{"rapporteur/a": 84.9}, nil, "rapporteur/a is covered to 84.9%, at least 85%"},
		{"wiring", map[string]float64{"rapporteur/cmd/a": 70}, nil, ""},
		{"little wiring", map[string]float64{"rapporteur/cmd/a": 69}, nil, "at least 70%"},
		{"a name that begins like cmd", map[string]float64{"rapporteur/cmdline": 70}, nil, "at least 85%"},
		{"listed", map[string]float64{"rapporteur/a": 41}, map[string]float64{"rapporteur/a": 40}, ""},
		{"listed and worse", map[string]float64{"rapporteur/a": 39}, map[string]float64{"rapporteur/a": 40}, "at least 40.0% before"},
		{"listed and done", map[string]float64{"rapporteur/a": 90}, map[string]float64{"rapporteur/a": 40}, "take it off"},
		{"listed and gone", map[string]float64{"rapporteur/a": 90}, map[string]float64{"rapporteur/b": 40}, "rapporteur/b stands in floors.tsv and was not measured"},
		{"nothing", nil, nil, "no package measured"},
	}
	for _, test := range tests {
		err := judge(test.measured, test.listed)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
}

func TestRunFailsBelowTheFloor(t *testing.T) {
	if err := run(strings.NewReader(printed), io.Discard); err == nil || !strings.Contains(err.Error(), "rapporteur/half is covered to 50.0%") {
		t.Errorf("half of a package untested: %v", err)
	}
}

func TestReadFloors(t *testing.T) {
	listed, err := readFloors([]byte("package\tfloor\twhy\nrapporteur/a\t12.5\tit draws\n"))
	if err != nil || listed["rapporteur/a"] != 12.5 {
		t.Errorf("%v, %v", listed, err)
	}
	for _, bad := range []string{
		"package\tfloor\twhy\nrapporteur/a\tlow\tit draws\n",
		"package\tfloor\twhy\nrapporteur/a\t12\t\n",
		"package\tfloor\n",
	} {
		if _, err := readFloors([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
