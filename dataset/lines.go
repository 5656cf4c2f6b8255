package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime"
	"sync"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// together is the number of lines that are encoded at once, on all processors.
const together = 32

// lines writes everything as JSON lines, one thing each: what service.Import takes in
// again.
type lines struct {
	to  io.WriteCloser
	out *bufio.Writer
	// waiting are to be written next; parts are what each processor has encoded of them.
	waiting []service.Line
	parts   []bytes.Buffer
}

// whole is lines with what persons wrote and the texts of reports, where words may go
// out.
type whole struct{ *lines }

// newLines opens an export of everything.
func newLines(o Options) (Writer, error) {
	w, err := o.To.Main("rapporteur.jsonl")
	if err != nil {
		return nil, err
	}
	l := &lines{to: w, out: bufio.NewWriterSize(w, 64<<10), parts: make([]bytes.Buffer, runtime.GOMAXPROCS(0))}
	if err := l.write(service.Line{Format: service.LinesFormat, Provenance: &o.Provenance}); err != nil {
		return nil, err
	}
	if o.Provenance.Silent {
		return l, nil
	}
	return whole{l}, nil
}

func (l *lines) write(v service.Line) error {
	l.waiting = append(l.waiting, v)
	if len(l.waiting) < together {
		return nil
	}
	return l.flush()
}

// flush writes the lines that wait.
func (l *lines) flush() error {
	failed := make([]error, len(l.parts))
	var hands sync.WaitGroup
	for i := range l.parts {
		hands.Go(func() {
			for _, v := range l.waiting[i*len(l.waiting)/len(l.parts) : (i+1)*len(l.waiting)/len(l.parts)] {
				if failed[i] == nil {
					failed[i] = export.Line(&l.parts[i], v)
				}
			}
		})
	}
	hands.Wait()
	clear(l.waiting)
	l.waiting = l.waiting[:0]
	if err := errors.Join(failed...); err != nil {
		return err
	}
	for i := range l.parts {
		if _, err := l.parts[i].WriteTo(l.out); err != nil {
			return err
		}
	}
	return nil
}

// Entry implements record.Sink.
func (l *lines) Entry(e *record.Entry) error { return l.write(service.Line{Entry: e}) }

// Actor implements record.Sink.
func (l *lines) Actor(p *record.Party) error { return l.write(service.Line{Actor: p}) }

// Report implements record.Sink.
func (l *lines) Report(r *record.Report) error { return l.write(service.Line{Report: r}) }

// Dossier implements record.Everything.
func (w whole) Dossier(d record.Dossier) error { return w.write(service.Line{Dossier: &d}) }

// Correction implements record.Everything.
func (w whole) Correction(c record.Correction) error { return w.write(service.Line{Correction: &c}) }

// Own implements record.Everything.
func (w whole) Own(own *record.Own) error { return w.write(service.Line{Desk: own}) }

// Told implements record.Everything.
func (w whole) Told(t *record.Told) error { return w.write(service.Line{Told: t}) }

// Close ends the lines.
func (l *lines) Close() error {
	if err := l.flush(); err != nil {
		return err
	}
	if err := l.out.Flush(); err != nil {
		return err
	}
	return l.to.Close()
}
