package worker

import (
	"context"

	"rapporteur/record"

	"github.com/nats-io/nats.go/jetstream"
)

// Change is what stands in record.changes: what became of a report. A report of which the
// recorder died between writing it down and telling so is told as known.
type Change struct {
	// Report is its id on the record.
	Report  string         `json:"report"`
	Input   string         `json:"input"`
	Outcome record.Outcome `json:"outcome"`
}

// tell publishes what became of a delivery.
func (w *Worker) tell(ctx context.Context, d *delivery, c Change) error {
	m, err := pack(SubjectChanges, c)
	if err != nil {
		return err
	}
	m.Header.Set(headerReport, c.Report)
	m.Header.Set(headerInput, oneLine(c.Input))
	_, err = w.Queue.put(ctx, m, d.id)
	return failure("tell what became of "+c.Input, err)
}

// ChangeOf reads a message of record.changes.
func ChangeOf(msg jetstream.Msg) (Change, error) {
	var c Change
	err := unpack(msg.Headers(), msg.Data(), &c)
	return c, err
}
