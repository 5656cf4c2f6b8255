package gdelt

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// right is a row of our own that has nothing wrong.
func right() []string {
	row := make([]string, Columns)
	for at, v := range map[int]string{0: "1", 1: "20270301", 2: "202703", 3: "2027", 4: "2027.1671", 5: "KENGOV", 6: "KENYA", 7: "KEN", 12: "GOV", 15: "UGA", 16: "UGANDA", 17: "UGA",
		25: "1", 26: "1124", 27: "112", 28: "11", 29: "3", 30: "-2.0", 31: "2", 32: "1", 33: "1", 35: "0", 43: "0", 51: "4", 52: "Nairobi, Kenya", 53: "KE", 54: "KE05",
		56: "-1.28", 57: "36.8", 59: "20270302000000", 60: "https://news.example/1"} {
		row[at] = v
	}
	return row
}

func TestCheck(t *testing.T) {
	if found := Check(strings.Join(right(), "\t")); len(found) > 0 {
		t.Fatalf("a right row: %v", found)
	}
	for name, change := range map[string]func([]string){
		"empty number":         func(r []string) { r[0] = "" },
		"no day":               func(r []string) { r[1], r[2] = "20271301", "202713" },
		"another month":        func(r []string) { r[2] = "202704" },
		"another fraction":     func(r []string) { r[4] = "2027.5" },
		"no code of the side":  func(r []string) { r[5] = "" },
		"another state":        func(r []string) { r[7] = "TZA" },
		"code without zero":    func(r []string) { r[26], r[27], r[28] = "40", "40", "40" },
		"another root":         func(r []string) { r[28] = "12" },
		"another base":         func(r []string) { r[27] = "111" },
		"another class":        func(r []string) { r[29] = "4" },
		"too peaceful":         func(r []string) { r[30] = "11" },
		"no mention":           func(r []string) { r[31] = "0" },
		"more sources":         func(r []string) { r[32] = "3" },
		"cells of no place":    func(r []string) { r[36] = "Nairobi" },
		"place without a code": func(r []string) { r[53] = "" },
		"north of the pole":    func(r []string) { r[56] = "91" },
		"division elsewhere":   func(r []string) { r[54] = "UG01" },
		"a state's number":     func(r []string) { r[51], r[58] = "1", "17" },
		"no time":              func(r []string) { r[59] = "20270302250000" },
		"no address":           func(r []string) { r[60] = "" },
		"second type alone":    func(r []string) { r[23] = "MED" },
		"nobody":               func(r []string) { r[5], r[6], r[7], r[12], r[15], r[16], r[17] = "", "", "", "", "", "", "" },
	} {
		row := right()
		change(row)
		if len(Check(strings.Join(row, "\t"))) == 0 {
			t.Errorf("%s: nothing is wrong", name)
		}
	}
	if len(Check("1\t2")) == 0 {
		t.Error("two columns are 61")
	}
}

// TestRealRows holds the checker to rows that GDELT itself published.
func TestRealRows(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("RAPPORTEUR_DATA"), "gdelt-sample", "events*.csv"))
	if len(paths) == 0 {
		t.Skip("no rows of GDELT in RAPPORTEUR_DATA")
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
			if found := Check(strings.TrimRight(row, "\r")); len(found) > 0 {
				t.Errorf("%s:%d: %s", filepath.Base(path), i+1, strings.Join(found, "; "))
			}
		}
	}
}
