package dataset

import (
	"bufio"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/export"
)

// csvBook writes each table to a file of its own (RFC 4180, UTF-8, a head of names).
type csvBook struct {
	exact bool
	files []csvFile
	cells []string
}

type csvFile struct {
	to  io.WriteCloser
	buf *bufio.Writer
	csv *csv.Writer
}

// newCSV opens an export of tables as CSV. One table alone may go to a stream.
func newCSV(o Options) (Writer, error) {
	if _, single := o.To.(Stream); single && len(o.Tables) != 1 {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "export csv", Message: "several tables are several files: say --to FOLDER, or which one with --table"}
	}
	return newTabular(o.Tables, func(tables []Table) (book, error) {
		b := &csvBook{exact: o.Exact}
		for _, t := range tables {
			w, err := o.To.Main(t.Name + ".csv")
			if err != nil {
				return nil, err
			}
			buf := bufio.NewWriterSize(w, 64<<10)
			f := csvFile{w, buf, csv.NewWriter(buf)}
			b.files = append(b.files, f)
			var head []string
			for _, c := range t.Columns {
				head = append(head, c.Name)
			}
			if err := f.csv.Write(head); err != nil {
				return nil, err
			}
		}
		return b, beside(o.To, tables, "csv", o.Provenance)
	})
}

func (b *csvBook) add(table int, row Row) error {
	b.cells = b.cells[:0]
	for _, v := range row {
		words, isText := v.(string)
		switch {
		case isText && b.exact:
		case isText:
			words = export.Inert(words)
		default:
			words = literal(v)
		}
		b.cells = append(b.cells, words)
	}
	return b.files[table].csv.Write(b.cells)
}

// literal writes a value that is no text.
func literal(v any) string {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func (b *csvBook) close() error {
	for _, f := range b.files {
		f.csv.Flush()
		if err := f.csv.Error(); err != nil {
			return err
		}
		if err := f.buf.Flush(); err != nil {
			return err
		}
		if err := f.to.Close(); err != nil {
			return err
		}
	}
	return nil
}

// sortedKeys gives the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
