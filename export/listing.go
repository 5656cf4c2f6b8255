package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/record"
)

// Listing is an answer of the record in every form: items for people, rows for
// spreadsheets, values for programs.
type Listing struct {
	Items   []Item
	Columns []string
	Rows    [][]string
	Values  []any
	// None is what is said where there is nothing.
	None string
}

// Item is an entry for people: a line, and lines below it.
type Item struct {
	// Entry is the id of what the item stands on, by which it can be asked for.
	Entry string   `json:"entry,omitempty"`
	Head  string   `json:"head"`
	Lines []string `json:"lines"`
}

// Write writes a listing as text, markdown, csv, json or jsonl.
func (l *Listing) Write(w io.Writer, format string, style Style) error {
	switch format {
	case "csv":
		return sheet(w, append([][]string{l.Columns}, l.Rows...)...)
	case "json":
		if l.Values == nil {
			return Indented(w, []any{})
		}
		return Indented(w, l.Values)
	case "jsonl":
		for _, v := range l.Values {
			if err := Line(w, v); err != nil {
				return err
			}
		}
		return nil
	}
	return l.text(w, style)
}

func (l *Listing) text(w io.Writer, style Style) error {
	out := bufio.NewWriter(w)
	if len(l.Items) == 0 && l.None != "" {
		fmt.Fprintln(out, l.None)
	}
	for _, item := range l.Items {
		writeItem(out, item, style)
	}
	return out.Flush()
}

func writeItem(out io.Writer, item Item, style Style) {
	bullet, indent := "", "    "
	if style.markdown {
		bullet, indent = "- ", "  <br>"
	}
	head := style.words(oneLine(item.Head))
	if item.Entry != "" {
		head = style.paint(style.id, style.words(item.Entry)) + " " + head
	}
	fmt.Fprintln(out, bullet+head)
	for _, line := range item.Lines {
		if line != "" {
			fmt.Fprintln(out, indent+style.dim(oneLine(line)))
		}
	}
}

// Entries lists entries of the record.
func Entries(entries []record.Entry) *Listing {
	l := &Listing{
		Columns: []string{"id", "kind", "first", "last", "date", "status", "what", "sources", "outlets", "disputed", "quote"},
		None:    "Nothing on the record matches.",
	}
	for i := range entries {
		e := &entries[i]
		l.Values = append(l.Values, e)
		date, status := standing(&e.Content)
		quote := quoteOf(e)
		l.Rows = append(l.Rows, []string{e.ID, string(e.Kind), string(e.First), string(e.Last), date, status, Phrase(e),
			strconv.Itoa(e.Sources), strings.Join(e.Outlets, "; "), strings.Join(disputed(e), "; "), quote})
		item := Item{Entry: e.ID, Head: Phrase(e), Lines: []string{quote, Sources(e, 4)}}
		for _, d := range e.Disputes {
			item.Lines = append(item.Lines, "disputed: "+versions(e, &d))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func disputed(e *record.Entry) []string {
	var out []string
	for _, d := range e.Disputes {
		out = append(out, d.Field)
	}
	return out
}
