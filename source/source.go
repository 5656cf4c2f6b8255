package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/source/document"
	"rapporteur/source/document/mail"
	"rapporteur/source/document/pdf"
)

// Options say what the user knows better than the bytes do. Empty fields are
// read from the report itself.
type Options struct {
	// Published is a calendar day, YYYY-MM-DD.
	Published          rapporteur.Date
	Outlet, Title, URL string
}

// Parse reads one report. The name is used in errors alone.
func Parse(name string, data []byte, opts Options) (*rapporteur.Report, error) {
	return ParseContext(context.Background(), name, data, opts)
}

// ParseContext is Parse until the context is over, and fails then.
func ParseContext(ctx context.Context, name string, data []byte, opts Options) (*rapporteur.Report, error) {
	op := "read " + name
	if err := opts.check(op); err != nil {
		return nil, err
	}
	p, err := parse(ctx, data)
	if err == nil {
		err = p.check()
	}
	var report *rapporteur.Report
	if err == nil {
		report = p.report(opts)
	}
	switch {
	case ctx.Err() != nil:
		return nil, &rapporteur.Error{Code: rapporteur.Interrupted, Op: op, Err: ctx.Err()}
	case err != nil:
		return nil, failure(op, err)
	}
	return report, nil
}

// parse recognises the kind of the bytes and lays the page out.
func parse(ctx context.Context, data []byte) (*page, error) {
	switch kindOf(data) {
	case otherKind:
		if isFeed(data) {
			return nil, errFeed
		}
		return nil, errNotText
	case htmlKind:
		return webPage(ctx, data)
	case letterKind:
		return documentPage(ctx, data, mail.Read)
	case documentKind:
		return documentPage(ctx, data, document.Read)
	case pdfKind:
		return documentPage(ctx, data, pdf.Read)
	default:
		return plain(ctx, normalise(decode(data)))
	}
}

// report completes the page: identity, the user's options, code points.
func (p *page) report(opts Options) *rapporteur.Report {
	r := p.Report
	sum := sha256.Sum256([]byte(p.text))
	r.ID = hex.EncodeToString(sum[:8])
	r.Text = p.text
	language, of := p.languages()
	r.Language = rapporteur.Text(language)
	override(&r.Outlet, opts.Outlet)
	override(&r.Title, opts.Title)
	override(&r.URL, opts.URL)
	if opts.Published != "" {
		r.Published = opts.Published
	}
	index := rapporteur.NewIndex(p.text)
	r.Paragraphs = make([]rapporteur.Paragraph, 0, len(p.blocks))
	for i, b := range p.blocks {
		r.Paragraphs = append(r.Paragraphs, rapporteur.Paragraph{Start: index.Point(b.start), End: index.Point(b.end), Kind: b.kind, Language: rapporteur.Text(of[i])})
	}
	r.Genre = genreOf(p)
	return &r
}

func (o Options) check(op string) error {
	if o.Published == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, string(o.Published)); err != nil {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: op,
			Message: fmt.Sprintf("the date of publication %q is no day; write it as YYYY-MM-DD", o.Published)}
	}
	return nil
}
