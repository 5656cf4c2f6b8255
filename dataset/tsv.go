package dataset

import (
	"bufio"
	"io"
	"strings"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// eventFile writes interactions as lines of cells with tabs between, and beside them
// what made them and what was left out.
type eventFile struct {
	to         io.WriteCloser
	out        *bufio.Writer
	beside     Output
	provenance service.Provenance
	columns    []Column
	// cells gives those of one interaction.
	cells   func(*interaction) []string
	rows    int
	omitted tally
}

// openEvents opens a file of interactions, with a head of names if one is wanted.
func openEvents(o Options, name string, columns []Column, head bool, cells func(*interaction) []string) (*eventFile, error) {
	w, err := o.To.Main(name)
	if err != nil {
		return nil, err
	}
	f := &eventFile{to: w, out: bufio.NewWriterSize(w, 64<<10), beside: o.To, provenance: o.Provenance, columns: columns, cells: cells, omitted: tally{}}
	if head {
		var names []string
		for _, c := range columns {
			names = append(names, c.Name)
		}
		return f, f.line(names)
	}
	return f, nil
}

// line writes cells; no tab and no line feed stands in one.
func (f *eventFile) line(cells []string) error {
	for i := range cells {
		cells[i] = export.Clean(cells[i])
	}
	_, err := f.out.WriteString(strings.Join(cells, "\t") + "\n")
	return err
}

// Entry implements record.Sink.
func (f *eventFile) Entry(e *record.Entry) error {
	all, why := interactions(e)
	f.omitted.add(why)
	for i := range all {
		f.rows++
		if err := f.line(f.cells(&all[i])); err != nil {
			return err
		}
	}
	return nil
}

// Kinds implements record.Choosing.
func (*eventFile) Kinds() []record.Kind { return []record.Kind{record.Meeting, record.Event} }

// Actor implements record.Sink; actors stand in the rows.
func (*eventFile) Actor(*record.Party) error { return nil }

// Report implements record.Sink; addresses stand in the rows.
func (*eventFile) Report(*record.Report) error { return nil }

// Close ends the file and writes what explains it.
func (f *eventFile) Close() error {
	if err := f.out.Flush(); err != nil {
		return err
	}
	if err := f.to.Close(); err != nil {
		return err
	}
	type column struct {
		Name    string `json:"name"`
		Meaning string `json:"meaning"`
	}
	var columns []column
	for _, c := range f.columns {
		columns = append(columns, column{c.Name, describe(c)})
	}
	return besideJSON(f.beside, "about.json", struct {
		Provenance service.Provenance `json:"provenance"`
		Rows       int                `json:"rows"`
		LeftOut    tally              `json:"left_out"`
		Columns    []column           `json:"columns"`
	}{f.provenance, f.rows, f.omitted, columns})
}
