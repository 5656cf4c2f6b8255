package pages

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/cache"
	"rapporteur/follow"
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
	// Explain reads a report with the words by which each entry is told, for evidence and
	// annotated records; it may be missing.
	Explain service.Read
	// Tables are where a correction looks up actors that the record does not know.
	Tables service.Tables
	Now    func() time.Time
	// Revision tells how the record stands, so that pages are remembered as long as it
	// stands so; without it each is made anew. Makers is how many are made side by side.
	Revision func(context.Context) (cache.Revision, error)
	Makers   int
	// Alerts are the rules of alerts and what they found, nil for none.
	Alerts alert.Store
	// Follows is what is followed, nil for nothing.
	Follows follow.Store
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
	mains     *cache.Cache[*mainOf]
	atlas     *service.Atlas
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
	s := &site{Options: o, assets: loadAssets(), directory: &directory{tables: o.Tables}, drafts: &drafts{now: o.Now}, atlas: &service.Atlas{}}
	s.templates, s.mains = loadTemplates(s.assets), memoryOf(&o)
	mux := http.NewServeMux()
	s.routes(mux)
	return mux
}

// routes names every page.
func (s *site) routes(mux *http.ServeMux) {
	p := recordPages{s}
	mux.Handle("GET "+assetPrefix, s.assets)
	mux.HandleFunc("POST /theme", setTheme)
	mux.HandleFunc("POST /desk", setDesk)
	mux.Handle("GET /{$}", visiting(s.Now, s.keptBy(p.today, newSince(s.Now))))
	mux.Handle("GET /meetings", s.kept(s.list(meetings)))
	mux.Handle("GET /meetings/attendance", s.kept(p.attendance))
	mux.Handle("GET /meetings/timeline", s.kept(p.timeline))
	mux.Handle("GET /meetings/{id}", s.kept(p.meeting))
	mux.Handle("GET /positions", s.kept(p.matrix))
	mux.Handle("GET /positions/list", s.kept(s.list(positions)))
	mux.Handle("GET /positions/shifts", s.kept(p.shifts))
	mux.Handle("GET /positions/line", s.kept(p.line))
	mux.Handle("GET /statements", s.kept(s.list(statements)))
	mux.Handle("GET /events", s.kept(s.list(events)))
	mux.Handle("GET /e/{id}", s.kept(p.evidence))
	s.deskRoutes(mux)
	mux.Handle("GET /dossiers", s.kept(p.dossiers))
	mux.Handle("POST /dossiers", s.page(p.keepDossier))
	mux.Handle("POST /dossiers/drop", s.page(p.dropDossier))
	mux.Handle("GET /alerts", s.page(p.alerts))
	mux.Handle("POST /alerts/mute", s.page(p.muteAlert))
	mux.Handle("GET /sources", s.page(p.sources))
	mux.Handle("/", s.page(s.missing))
}
