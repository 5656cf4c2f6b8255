package rows

import "strings"

// Quoted are the names of columns in a statement: some are words of SQL.
func Quoted(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = `"` + c + `"`
	}
	return out
}

// OrNothing gives columns of reports where a statement may find no report: empty texts, and 0
// for numbers.
func OrNothing(columns string) string {
	var out []string
	for _, c := range strings.Split(columns, ",") {
		empty := "''"
		if c = strings.TrimSpace(c); c == "r.n" || c == "r.arrived" || c == "r.length" {
			empty = "0"
		}
		out = append(out, "coalesce("+c+", "+empty+")")
	}
	return strings.Join(out, ", ")
}
