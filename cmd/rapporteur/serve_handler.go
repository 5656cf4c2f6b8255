package main

import (
	"context"
	"net/http"
	"runtime"

	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/follow"
	"rapporteur/gate"
	"rapporteur/mcp"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/service"
)

// open are the paths that anybody may ask for: what a page of the log-in loads, and
// whether the server is well.
var open = []string{"/static/", "/healthz", "/readyz"}

// harmless are the paths of what a reader may change, how the pages look, and of the
// tools for assistants: a call of one is a POST whatever it asks, so that the tools
// themselves ask what who calls may do.
var harmless = []string{"/theme", "/brief", "/desk", toolsPath}

// toolsPath is where assistants find the tools.
const toolsPath = "/mcp"

// everybodys are the paths of what is not a desk's own: rules of alerts look at the shared
// record.
var everybodys = []string{"/alerts/", api.Prefix + "/alerts", api.Prefix + "/alerts/"}

// handler puts the faces together behind the gate.
func (s *server) handler(o api.Options) http.Handler {
	counts, mux := &gate.Counts{}, http.NewServeMux()
	o.Note, o.Explain = s.note, s.explain
	o.Trail = func(ctx context.Context, q access.TrailQuery) ([]access.Line, error) {
		return service.Trail(ctx, s.record, s.desk, q)
	}
	o.Alerts, o.Follows = s.rules, s.follows
	o.Revision, o.Makers = s.revision, runtime.GOMAXPROCS(0)
	mux.Handle(api.Prefix+"/", api.Handler(o))
	mux.Handle(toolsPath, mcp.Handler(mcp.Options{Record: s.record, Version: o.Version, Read: o.Read, Knowing: o.Knowing, Explain: s.explain, Tables: o.Tables, Write: s.assistantsWrite, Note: s.note}))
	mux.Handle("/", pages.Handler(pages.Options{Record: s.record, Version: o.Version, API: api.Prefix, Read: o.Read, Knowing: o.Knowing, Explain: s.explain, Tables: o.Tables,
		Revision: o.Revision, Makers: o.Makers, Alerts: s.rules, Follows: s.follows, Who: access.Name, Note: s.note, Log: s.log}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4")
		counts.Write(w)
		if s.follows != nil {
			if err := follow.WriteMetrics(r.Context(), s.follows, w); err != nil {
				s.log.Error("how what is followed does cannot be told", "err", err)
			}
		}
		if s.worker != nil {
			s.worker.WriteMetrics(r.Context(), w)
		}
	})
	options := gate.Options{Hosts: s.way.hosts, Origin: s.way.origin, Proxies: s.way.proxies, Body: most, Time: longest, Log: s.log, In: record.In, Shared: everybodys}
	if s.way.closed {
		options.Rate = s.rate
		options.Door = &gate.Door{Desk: s.desk, Page: pages.LogIn(), Open: open, Harmless: harmless, Log: s.log}
		options.Door.Handle(mux)
	}
	return gate.Wrap(mux, options, counts)
}

// ready says whether the record answers.
func (s *server) ready(w http.ResponseWriter, r *http.Request) {
	if _, err := s.record.CountReports(r.Context(), record.Filter{}); err != nil {
		s.log.Error("the record does not answer", "err", err)
		http.Error(w, "the record does not answer; the log says why", http.StatusServiceUnavailable)
		return
	}
	if s.worker != nil && !s.worker.Queue.Connected() {
		http.Error(w, "the queue does not answer", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n"))
}

// note writes into the trail what a face has done. It is done already, so that a trail
// that cannot be written is told to the log alone.
func (s *server) note(ctx context.Context, what access.What, about string) {
	if err := s.desk.Note(context.WithoutCancel(ctx), what, about); err != nil {
		s.log.Error("the trail could not be written", "what", what, "about", about, "err", err)
	}
}
