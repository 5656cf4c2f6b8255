package archive

import (
	"context"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/source"
)

// piece is one report as a row or a line has it.
type piece struct {
	text, url, title, outlet string
	published                rapporteur.Date
	// listed says that there is an address and no place for a text: the text lies there.
	listed bool
}

// piece reads a report; what stands beside it counts more than what holds for all. One
// without text is fetched; what its page says of itself counts more than the list then.
func (r *Reader) piece(ctx context.Context, name string, p piece) (*rapporteur.Report, error) {
	opts := r.Options
	for _, f := range []struct {
		to   *string
		from string
	}{{&opts.URL, p.url}, {&opts.Outlet, p.outlet}, {&opts.Title, p.title}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if !p.listed || r.Opener == nil {
		if p.published != "" {
			opts.Published = p.published
		}
		return source.ParseContext(ctx, name, []byte(p.text), opts)
	}
	opts.URL, opts.Title, opts.Outlet = "", "", r.Options.Outlet
	report, err := r.Opener.Open(ctx, p.url, opts)
	if err != nil {
		return nil, err
	}
	if report.Published == "" {
		report.Published = p.published
	}
	if report.Outlet == "" {
		report.Outlet = rapporteur.Text(p.outlet)
	}
	if report.Title == "" {
		report.Title = rapporteur.Text(p.title)
	}
	return report, nil
}

// days are the forms in which tables write days, those alone that can be read one way.
var days = []string{
	time.DateOnly, "20060102", "20060102150405", "20060102T150405Z", "2006/01/02", "2006.01.02",
	"January 2, 2006", "Jan 2, 2006", "January 2 2006", "2 January 2006", "2 Jan 2006", time.RFC1123, time.RFC1123Z, time.RFC850,
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.ANSIC, time.UnixDate,
}

// dayOf gives the day of a date, "" for one that cannot be read.
func dayOf(text string) rapporteur.Date {
	text = strings.TrimSpace(text)
	for _, layout := range days {
		if day, err := time.Parse(layout, text); err == nil {
			return rapporteur.Date(day.Format(time.DateOnly))
		}
	}
	if len(text) > len(time.DateOnly) && (text[len(time.DateOnly)] == 'T' || text[len(time.DateOnly)] == ' ') {
		text = text[:len(time.DateOnly)]
	}
	if _, err := time.Parse(time.DateOnly, text); err == nil {
		return rapporteur.Date(text)
	}
	return ""
}
