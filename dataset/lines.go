package dataset

import (
	"bufio"
	"io"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// lines writes everything as JSON lines, one thing each: what service.Import takes in
// again.
type lines struct {
	to  io.WriteCloser
	out *bufio.Writer
}

// whole is lines with what persons wrote and the texts of reports, where words may go
// out.
type whole struct{ lines }

// newLines opens an export of everything.
func newLines(o Options) (Writer, error) {
	w, err := o.To.Main("rapporteur.jsonl")
	if err != nil {
		return nil, err
	}
	l := lines{w, bufio.NewWriterSize(w, 64<<10)}
	if err := l.write(service.Line{Format: service.LinesFormat, Provenance: &o.Provenance}); err != nil {
		return nil, err
	}
	if o.Provenance.Silent {
		return l, nil
	}
	return whole{l}, nil
}

func (l lines) write(v service.Line) error { return export.Line(l.out, v) }

// Entry implements record.Sink.
func (l lines) Entry(e *record.Entry) error { return l.write(service.Line{Entry: e}) }

// Actor implements record.Sink.
func (l lines) Actor(p *record.Party) error { return l.write(service.Line{Actor: p}) }

// Report implements record.Sink.
func (l lines) Report(r *record.Report) error { return l.write(service.Line{Report: r}) }

// Dossier implements record.Everything.
func (w whole) Dossier(d record.Dossier) error { return w.write(service.Line{Dossier: &d}) }

// Correction implements record.Everything.
func (w whole) Correction(c record.Correction) error { return w.write(service.Line{Correction: &c}) }

// Own implements record.Everything.
func (w whole) Own(own *record.Own) error { return w.write(service.Line{Desk: own}) }

// Told implements record.Everything.
func (w whole) Told(t *record.Told) error { return w.write(service.Line{Told: t}) }

// Close ends the lines.
func (l lines) Close() error {
	if err := l.out.Flush(); err != nil {
		return err
	}
	return l.to.Close()
}
