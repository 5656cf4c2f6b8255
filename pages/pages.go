package pages

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"
)

// Options are what the pages are made over.
type Options struct {
	Record *record.Record
	// Version is the program's.
	Version string
	// API is where the interface for programs lies, such as /api/v1.
	API string
	// Read and Knowing read what a reader adds, as service.Ingest has them; without Read
	// nothing can be added.
	Read    service.Read
	Knowing service.Knowing
	// Explain reads a report with the words by which each entry is told, for annotated
	// records; it may be missing.
	Explain service.Read
	// Tables are where a correction looks up actors that the record does not know.
	Tables service.Tables
	Now    func() time.Time
	// Who names the person who makes a request, empty for nobody in particular.
	Who func(context.Context) string
	// Note writes into the trail what was done, if it is set.
	Note func(context.Context, access.What, string)
	// Log hears of what the program did not foresee.
	Log *slog.Logger
}

// site holds what every screen needs.
type site struct {
	Options
	templates templates
	assets    *assets
	values    values
	directory *directory
	drafts    *drafts
}

// The screens stand by what they are of, each kind with the site below it.
type (
	// recordPages show the record.
	recordPages struct{ *site }
	// desk is where it is corrected.
	desk struct{ *site }
	// intake is where reports are added.
	intake struct{ *site }
)

// Handler answers all requests for pages and what they load.
func Handler(o Options) http.Handler {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Who == nil {
		o.Who = func(context.Context) string { return "" }
	}
	if o.Note == nil {
		o.Note = func(context.Context, access.What, string) {}
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &site{Options: o, assets: loadAssets(), directory: &directory{tables: o.Tables}, drafts: &drafts{now: o.Now}}
	s.templates = loadTemplates(s.assets)
	mux := http.NewServeMux()
	s.routes(mux)
	return mux
}

// routes names every page.
func (s *site) routes(mux *http.ServeMux) {
	p := recordPages{s}
	mux.Handle("GET "+assetPrefix, s.assets)
	mux.HandleFunc("POST /theme", setTheme)
	mux.Handle("GET /{$}", s.page(p.today))
	mux.Handle("GET /meetings", s.page(s.list(meetings)))
	mux.Handle("GET /meetings/attendance", s.page(p.attendance))
	mux.Handle("GET /meetings/timeline", s.page(p.timeline))
	mux.Handle("GET /meetings/{id}", s.page(p.meeting))
	mux.Handle("GET /positions", s.page(p.matrix))
	mux.Handle("GET /positions/list", s.page(s.list(positions)))
	mux.Handle("GET /positions/shifts", s.page(p.shifts))
	mux.Handle("GET /positions/line", s.page(p.line))
	mux.Handle("GET /statements", s.page(s.list(statements)))
	mux.Handle("GET /events", s.page(s.list(events)))
	mux.Handle("GET /e/{id}", s.page(p.evidence))
	s.deskRoutes(mux)
	mux.Handle("GET /dossiers", s.page(p.dossiers))
	mux.Handle("POST /dossiers", s.page(p.keepDossier))
	mux.Handle("POST /dossiers/drop", s.page(p.dropDossier))
	mux.Handle("/", s.page(s.missing))
}
