package service

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/source/archive"
)

// batch is the number of reports that are put on the record at once, and the most
// that a killed process has to read again.
const batch = 16

// Arrival is what became of a report on its way to the record.
type Arrival struct {
	Input string
	// Report is nil if it could not be opened.
	Report  *rapporteur.Report
	Outcome record.Outcome
	// Err says why the report is not on the record; then there is no outcome.
	Err error
	// Done is how many bytes of all inputs have been read for it and those before.
	Done int64
	// reading is nil for a report that the record has, or that failed.
	reading *rapporteur.Reading
	// archive is the file of many that it is from, next where to go on behind it.
	archive *Archive
	next    archive.Position
}

// Ingest puts reports on the record.
type Ingest struct {
	Record *record.Record
	// Read reads a report. Knowing, if it is set, does so in its place, with the holders
	// of offices whom other reports of the record name.
	Read    Read
	Knowing Knowing
	// Workers is the number of reports read at once, 0 for one for each core.
	Workers int
	// Bookmarks are kept of archives, if they are set.
	Bookmarks *Bookmarks
}

// Add reads reports side by side, puts them on the record in their order and tells
// what became of each. What is on the record already is not read again, so a run
// that was broken off can be repeated. A report that fails, in being opened, read
// or written down, fails alone; that the record cannot be written to ends it all.
func (g *Ingest) Add(ctx context.Context, inputs iter.Seq[Input], tell func(Arrival) error) error {
	kept, err := g.add(ctx, inputs, tell)
	if ctx.Err() != nil {
		return interrupted(ctx, "add", fmt.Sprintf("%s looked at, and those that are new among them are on the record; the same command goes on from there", reports(kept)))
	}
	return err
}

// add gives how many reports were dealt with for good.
func (g *Ingest) add(ctx context.Context, inputs iter.Seq[Input], tell func(Arrival) error) (kept int, err error) {
	flush := func(waiting []Arrival) error {
		full := g.write(ctx, waiting)
		if full != nil && rapporteur.CodeOf(full) != rapporteur.OverQuota {
			return full
		}
		if full != nil { // those before it are on the record
			waiting = waiting[:slices.IndexFunc(waiting, func(one Arrival) bool { return rapporteur.CodeOf(one.Err) == rapporteur.OverQuota })]
		}
		kept += len(waiting)
		if err := g.marked(waiting); err != nil {
			return err
		}
		for _, one := range waiting {
			if err := tell(one); err != nil {
				return err
			}
		}
		return full
	}
	var waiting []Arrival
	for one := range InOrder(ctx, inputs, g.Workers, func(in Input) Arrival { return g.arrive(ctx, in) }) {
		if waiting = append(waiting, one); len(waiting) == batch {
			if err := flush(waiting); err != nil {
				return kept, err
			}
			waiting = waiting[:0]
		}
	}
	if err := ctx.Err(); err != nil {
		return kept, err
	}
	if err := flush(waiting); err != nil {
		return kept, err
	}
	if g.Bookmarks != nil {
		if err := g.Bookmarks.close(); err != nil {
			return kept, err
		}
	}
	return kept, g.Finish(ctx, tell)
}

// marked notes how far archives have come.
func (g *Ingest) marked(written []Arrival) error {
	if g.Bookmarks == nil {
		return nil
	}
	return g.Bookmarks.put(written)
}

// relearn is Relearn where reports can be read so; only what fails is told.
func (g *Ingest) relearn(ctx context.Context, tell func(Arrival) error) error {
	if g.Knowing == nil {
		return nil
	}
	_, err := g.Relearn(record.In(ctx, ""), func(one Arrival) error {
		if one.Err == nil {
			return nil
		}
		return tell(one)
	})
	return err
}

// read reads one report.
func (g *Ingest) read(ctx context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
	if g.Knowing == nil {
		return g.Read(ctx, report)
	}
	return knowing(g.Record, g.Knowing)(ctx, report)
}

// arrive opens a report and, if it is new, reads it.
func (g *Ingest) arrive(ctx context.Context, in Input) Arrival {
	ctx = record.In(ctx, "") // reports and what is read in them are everybody's
	out := Arrival{Input: in.Name, Outcome: record.Known, Done: in.Done, archive: in.Archive, next: in.Next}
	if out.Report, out.Err = in.open(ctx); out.Err != nil {
		return out
	}
	out.Err = guarded(of("read "+in.Name, out.Report), func() error {
		known, err := g.Record.Has(ctx, out.Report)
		switch {
		case err != nil:
			return err
		case known:
			out.Report.ID, err = g.Record.IDOf(ctx, out.Report)
		default:
			out.reading, err = g.read(ctx, out.Report)
		}
		return err
	})
	return out
}

// write puts what is waiting on the record. Where that fails because of one of the
// reports, each is written by itself.
func (g *Ingest) write(ctx context.Context, waiting []Arrival) error {
	var fresh []*Arrival
	for i := range waiting {
		if waiting[i].Err == nil && waiting[i].reading != nil {
			fresh = append(fresh, &waiting[i])
		}
	}
	err := apart(ctx, fresh, g.put)
	for i := range fresh {
		fresh[i].reading = nil
	}
	return err
}

// put puts reports on the record, all or none of them.
func (g *Ingest) put(ctx context.Context, arrivals []*Arrival) error {
	var readings []*rapporteur.Reading
	for _, one := range arrivals {
		readings = append(readings, one.reading)
	}
	outcomes, err := g.Record.Add(ctx, readings...)
	for i := range outcomes {
		arrivals[i].Outcome = outcomes[i]
		if arrivals[i].Report.ID, err = g.Record.IDOf(record.In(ctx, ""), arrivals[i].Report); err != nil {
			return err
		}
	}
	return err
}

// apart does something with reports together and, if that fails because of one of
// them, with each by itself. It fails where the record cannot be written to, or the desk
// may add no more today, which is no report's fault.
func apart(ctx context.Context, arrivals []*Arrival, do func(context.Context, []*Arrival) error) error {
	together := func(some []*Arrival) error {
		return guarded(of("write down "+some[0].Input, some[0].Report), func() error { return do(ctx, some) })
	}
	if len(arrivals) == 0 {
		return nil
	}
	err := together(arrivals)
	if err == nil {
		return nil
	}
	if recordFails(ctx, err) {
		return err
	}
	for _, one := range arrivals {
		if one.Err = together([]*Arrival{one}); recordFails(ctx, one.Err) || rapporteur.CodeOf(one.Err) == rapporteur.OverQuota {
			return one.Err
		}
	}
	return nil
}

// recordFails reports whether an error is the record's and not that of a report.
func recordFails(ctx context.Context, err error) bool {
	codes := []rapporteur.Code{rapporteur.Busy, rapporteur.NoSpace, rapporteur.Damaged, rapporteur.Unreadable, rapporteur.Interrupted}
	return err != nil && (ctx.Err() != nil || slices.Contains(codes, rapporteur.CodeOf(err)))
}
