package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/record"
)

// Tables lists the tables of a desk.
func Tables(all []record.Table) *Listing {
	l := &Listing{Columns: []string{"kind", "names", "set"}, None: "The desk has no tables of its own; `rapporteur table set` gives it one."}
	for _, t := range all {
		l.Values = append(l.Values, t)
		l.Rows = append(l.Rows, []string{string(t.Kind), strconv.Itoa(len(t.Rows)), stamp(t.Set)})
		l.Items = append(l.Items, Item{Head: facts(string(t.Kind), fmt.Sprintf("%d names", len(t.Rows)), "set "+stamp(t.Set))})
	}
	return l
}

// Names writes a table of a desk as it can be given again, separated by tabs.
func Names(w io.Writer, t record.Table) error {
	out := bufio.NewWriter(w)
	cell := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	fmt.Fprint(out, "id\tname\tkind\tstate\n")
	for _, row := range t.Rows {
		cells := []string{row.ID, row.Name, string(row.Actor), row.State}
		for i := range cells {
			cells[i] = Clean(cell.Replace(cells[i]))
		}
		fmt.Fprintln(out, strings.TrimRight(strings.Join(cells, "\t"), "\t"))
	}
	return out.Flush()
}
