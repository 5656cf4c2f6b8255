package service

import (
	"context"
	"fmt"
	"iter"

	"rapporteur"
)

// Read reads a report; it is (*reading.Reader).Read.
type Read func(context.Context, *rapporteur.Report) (*rapporteur.Reading, error)

// Outcome is one report, read or not.
type Outcome struct {
	Input string
	// Report is nil if it could not be opened, Reading if it could not be read.
	Report  *rapporteur.Report
	Reading *rapporteur.Reading
	Err     error
}

// Readings reads reports side by side and gives them in their order. A report
// that fails, whatever happened, is an outcome with an error; the others go on.
// It ends when the context is over, and says so in a last outcome.
func Readings(ctx context.Context, inputs iter.Seq[Input], workers int, read Read) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		done := 0
		one := func(in Input) Outcome { return in.read(ctx, read) }
		for out := range InOrder(ctx, inputs, workers, one) {
			if ctx.Err() != nil {
				break
			}
			if done++; !yield(out) {
				return
			}
		}
		if ctx.Err() != nil {
			yield(Outcome{Err: interrupted(ctx, "read", fmt.Sprintf("%s read", reports(done)))})
		}
	}
}

// read opens and reads one report.
func (in Input) read(ctx context.Context, read Read) Outcome {
	out := Outcome{Input: in.Name}
	if out.Report, out.Err = in.open(ctx); out.Err != nil {
		return out
	}
	out.Err = guarded(of("read "+in.Name, out.Report), func() (err error) {
		out.Reading, err = read(ctx, out.Report)
		return err
	})
	return out
}

// interrupted is the error of what was called off, with what is kept of it.
func interrupted(ctx context.Context, op, kept string) error {
	return &rapporteur.Error{Code: rapporteur.Interrupted, Op: op, Message: "interrupted; " + kept, Err: context.Cause(ctx)}
}

func reports(n int) string {
	if n == 1 {
		return "1 report was"
	}
	return fmt.Sprintf("%d reports were", n)
}
