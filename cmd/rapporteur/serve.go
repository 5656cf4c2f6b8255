package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"rapporteur"
	"rapporteur/api"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/gate"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/service"
)

// serveCmd opens the record over HTTP: pages for people, an interface for programs.
type serveCmd struct {
	Listen string `help:"Where to listen: an address of this machine alone." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Log    string `help:"Form of the log on standard error: ${enum}." enum:"text,json" default:"text"`
	actorsFlag
	issuesFlag
	budgetFlag
	dbFlag
}

// Help is shown below the usage.
func (serveCmd) Help() string {
	return "Open the address that it tells in a browser. The interface for programs is at /api/v1, its description at /api/v1/openapi.json; /healthz says whether the server is well and /metrics counts its requests. It stops at Ctrl-C, when the requests in hand have ended."
}

// most and longest bound one request.
const (
	most    = 16 << 20
	longest = 2 * time.Minute
)

// Run serves until it is interrupted.
func (cmd *serveCmd) Run(ctx context.Context, c *terminal.Console) error {
	host, _, err := net.SplitHostPort(cmd.Listen)
	if err != nil || !gate.IsLoopback(host) {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "serve --listen " + cmd.Listen,
			Message: "the server has no log-in yet and listens to this machine alone: give 127.0.0.1:PORT, [::1]:PORT or localhost:PORT"}
	}
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	return cmd.making(ctx, func(r *record.Record) error {
		l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", cmd.Listen)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Busy, Op: "serve", Message: "another program listens on " + cmd.Listen + "; give another port with --listen", Err: errors.Unwrap(err)}
		}
		c.Tell("the record is open at http://%s/, for programs at %s; Ctrl-C ends it", l.Addr(), api.Prefix+"/openapi.json")
		return gate.Serve(ctx, l, cmd.handler(c, r, api.Options{Record: r, Version: version, Read: reader.Read, Knowing: reader.ReadKnowing,
			Tables: service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}}))
	})
}

// handler puts the faces together behind the gate.
func (cmd *serveCmd) handler(c *terminal.Console, r *record.Record, o api.Options) http.Handler {
	var log slog.Handler = slog.NewTextHandler(c.Stderr, nil)
	if cmd.Log == "json" {
		log = slog.NewJSONHandler(c.Stderr, nil)
	}
	counts, mux := &gate.Counts{}, http.NewServeMux()
	mux.Handle(api.Prefix+"/", api.Handler(o))
	mux.Handle("/", pages.Handler(pages.Options{Record: r, Version: o.Version, API: api.Prefix, Read: o.Read, Knowing: o.Knowing, Tables: o.Tables,
		Who: o.Who, Log: slog.New(log)}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, req *http.Request) {
		if _, err := r.CountReports(req.Context(), record.Filter{}); err != nil {
			http.Error(w, "the record does not answer", http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ok\n"))
	})
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4")
		counts.Write(w)
	})
	return gate.Wrap(mux, gate.Options{Body: most, Time: longest, Log: slog.New(log)}, counts)
}
