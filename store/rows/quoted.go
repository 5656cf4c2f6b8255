package rows

// Quoted are the names of columns in a statement: some are words of SQL.
func Quoted(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = `"` + c + `"`
	}
	return out
}
