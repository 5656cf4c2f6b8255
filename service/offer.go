package service

import (
	"context"
	"iter"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/source"
)

// Offer is what somebody hands over to be read: words, an address on the web, files.
// Nothing of it is ever a name of a file of this machine.
type Offer struct {
	Text, Address string
	Files         []OfferedFile
	// Published is a day, YYYY-MM-DD; it, Outlet and Title hold where a report does not
	// say otherwise itself.
	Published, Outlet, Title string
	// Version is the program's, for the server that an address leads to.
	Version string
}

// OfferedFile is a file with all that is in it.
type OfferedFile struct {
	Name string
	Data []byte
}

// Inputs are the reports of an offer, not opened yet.
func (o *Offer) Inputs() iter.Seq[Input] {
	opts := source.Options{Published: rapporteur.Date(o.Published), Outlet: o.Outlet, Title: o.Title}
	return func(yield func(Input) bool) {
		if text := strings.TrimSpace(o.Text); text != "" {
			opts := opts
			if !yield(Input{Name: "the text", Open: func(ctx context.Context) (*rapporteur.Report, error) {
				return source.ParseContext(ctx, "the text.txt", []byte(text), opts)
			}}) {
				return
			}
		}
		if address := strings.TrimSpace(o.Address); address != "" && !yield(o.fetched(address, opts)) {
			return
		}
		for _, f := range o.Files {
			if !f.yield(opts, yield) {
				return
			}
		}
	}
}

// fetched is the report at an address of the web.
func (o *Offer) fetched(address string, opts source.Options) Input {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return failed(address, invalid("address", "give an address of the web, such as https://example.org/report"))
	}
	opener := source.Opener{Version: o.Version}
	return Input{Name: address, Open: func(ctx context.Context) (*rapporteur.Report, error) { return opener.Open(ctx, u.String(), opts) }}
}

// yield yields the report of a file, or those of a file of many; addresses in it are
// not fetched.
func (f OfferedFile) yield(opts source.Options, yield func(Input) bool) bool {
	in := Inputs{Options: opts}
	return in.items(in.reader().Bytes(f.Name, f.Data), nil, yield)
}

// Offered is a report of an offer with what would come on the record of it; nothing is
// kept.
type Offered struct {
	Input  string
	Marked *MarkedReport
	// Known says that the record has it already.
	Known bool
	Err   error
}

// Preview reads the first reports of an offer, and says how many more there are.
func (g *Ingest) Preview(ctx context.Context, o *Offer, most int) (out []Offered, more int) {
	for in := range o.Inputs() {
		if len(out) == most {
			more++
			continue
		}
		out = append(out, g.preview(ctx, in))
	}
	return out, more
}

func (g *Ingest) preview(ctx context.Context, in Input) Offered {
	out := Offered{Input: in.Name}
	report, err := in.open(ctx)
	if err != nil {
		out.Err = err
		return out
	}
	out.Err = guarded(of("read "+in.Name, report), func() error {
		if out.Known, err = g.Record.Has(ctx, report); err != nil {
			return err
		}
		reading, err := g.read(ctx, report)
		if err == nil {
			out.Marked = MarkedReading(reading)
		}
		return err
	})
	return out
}

// Keep puts a report on the record that was shown before.
func (g *Ingest) Keep(ctx context.Context, report *rapporteur.Report) (Arrival, error) {
	var got Arrival
	in := Input{Name: "the report", Open: func(context.Context) (*rapporteur.Report, error) {
		again := *report
		return &again, nil
	}}
	err := g.Add(ctx, func(yield func(Input) bool) { yield(in) }, func(one Arrival) error {
		got = one
		return one.Err
	})
	return got, err
}
