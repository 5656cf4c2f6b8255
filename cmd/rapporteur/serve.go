package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
	"rapporteur/api"
	"rapporteur/cache"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/follow"
	"rapporteur/gate"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/worker"
)

// serveCmd opens the record over HTTP: pages for people, an interface for programs.
type serveCmd struct {
	Listen       string        `help:"Where to listen. On an address that others reach a log-in is demanded." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Login        bool          `name:"login" help:"Demand a log-in on this machine as well."`
	PublicURL    string        `name:"public-url" help:"Where people come to, such as https://desk.example, behind a proxy that adds https; a log-in is demanded then." placeholder:"URL"`
	TrustedProxy []string      `help:"Addresses of proxies, such as 10.0.0.0/8, whose X-Forwarded headers are believed." placeholder:"CIDR"`
	Rate         float64       `help:"Requests a second that each user or key may make, and ten times as many each address of others; 0 for any." default:"20" placeholder:"N"`
	SessionTime  time.Duration `help:"How long a log-in lasts." default:"12h" placeholder:"TIME"`
	IdleTime     time.Duration `help:"How long one may go unused." default:"2h" placeholder:"TIME"`
	Workers      int           `help:"Reports that come over HTTP are put into a queue and answered at once, and read so many at a time; 0 reads them while who sent them waits." default:"0" placeholder:"N"`
	QueueDir     string        `help:"Folder of the queue inside this program, where --nats names no other; beside the record if not given." placeholder:"DIR" type:"path"`
	MCPWrite     bool          `name:"mcp-write" help:"Let assistants that use /mcp add reports, and accept and reject entries, where who they ask for may."`
	Log          string        `help:"Form of the log on standard error: ${enum}." enum:"text,json" default:"text"`
	workFlags
	natsFlags
	queueFlags
	actorsFlag
	issuesFlag
	budgetFlag
	alertFlags
	networkFlags
	dbFlag
}

// Help is shown below the usage.
func (serveCmd) Help() string {
	return "Open the address that it tells in a browser. With --workers, reports that are sent over HTTP wait in a queue that is kept in a folder, so that none is lost when the program ends; with --nats the queue is elsewhere, and other workers may share it. The interface for programs is at /api/v1, its description at /api/v1/openapi.json; assistants have the tools of rapporteur mcp at /mcp; programs send a key of rapporteur keys add as Authorization: Bearer KEY, people log in at /login with what rapporteur users add was told. /healthz says that the server is there, /readyz that its record answers, /metrics counts its requests. It stops at Ctrl-C, or when it is told to terminate, when the requests in hand have ended."
}

// most and longest bound one request.
const (
	most    = 16 << 20
	longest = 2 * time.Minute
)

// Run serves until it is interrupted.
func (cmd *serveCmd) Run(ctx context.Context, c *terminal.Console) error {
	way, err := cmd.way()
	if err != nil {
		return err
	}
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	r, db, err := cmd.open(ctx, store.Create)
	if err != nil {
		return err
	}
	s := &server{record: r, rules: db.Alerts(), follows: db.Follows(), revision: revisionOf(db), explain: reader.Explaining().Read, way: way, rate: cmd.Rate, assistantsWrite: cmd.MCPWrite, log: slog.New(logTo(c, cmd.Log)),
		desk: access.New(db.Access(), access.Options{Now: c.Now, Session: cmd.SessionTime, Idle: cmd.IdleTime})}
	o := api.Options{Record: r, Version: version, Read: reader.Read, Knowing: reader.ReadKnowing,
		Tables: service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}}
	if err = cmd.sending(c, s); err == nil {
		err = cmd.queued(ctx, c, s, &o, func(ctx context.Context) error { return cmd.serve(ctx, c, s, o) })
	}
	if closed := db.Close(); err == nil {
		err = closed
	}
	return err
}

// sending prepares what sends alerts while it serves.
func (cmd *serveCmd) sending(c *terminal.Console, s *server) error {
	fetcher, err := cmd.fetcher(c, alertPurpose)
	if err == nil {
		s.alerts, err = cmd.runner(c, s.record, s.rules, fetcher, s.way.origin, s.log)
	}
	return err
}

// serve listens and answers.
func (cmd *serveCmd) serve(ctx context.Context, c *terminal.Console, s *server, o api.Options) error {
	if s.way.closed {
		if users, err := s.desk.Users(ctx); err != nil {
			return err
		} else if len(users) == 0 {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "serve", Message: "a log-in is demanded and nobody can log in; `rapporteur users add NAME --role admin` first"}
		}
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", cmd.Listen)
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Busy, Op: "serve", Message: "nothing can listen on " + cmd.Listen + "; give another address or port with --listen", Err: errors.Unwrap(err)}
	}
	c.Patient(gate.Grace + time.Second)
	c.Tell("the record is open at http://%s/, for programs at %s; Ctrl-C ends it", l.Addr(), api.Prefix+"/openapi.json")
	if s.way.clear {
		c.Tell("passwords and the record travel in the clear; put a proxy with https before it and give --public-url")
	}
	ending, end := context.WithCancel(context.WithoutCancel(ctx))
	settled := make(chan struct{})
	go func() { defer close(settled); s.settle(ending) }()
	still := beside(ctx, s.alerts)
	err = gate.Serve(ctx, l, s.handler(o))
	still()
	end()
	<-settled
	return err
}

// logTo is where the log goes.
func logTo(c *terminal.Console, form string) slog.Handler {
	if form == "json" {
		return slog.NewJSONHandler(c.Stderr, nil)
	}
	return slog.NewTextHandler(c.Stderr, nil)
}

// server is what is wired together.
type server struct {
	record   *record.Record
	revision func(context.Context) (cache.Revision, error)
	desk     *access.Desk
	explain  service.Read
	way      way
	rate     float64
	log      *slog.Logger
	// assistantsWrite lets assistants change what who they ask for may.
	assistantsWrite bool
	// worker reads what is sent, nil where there is no queue or others read it.
	worker *worker.Worker
	// rules are those of alerts; alerts finds and sends them, nil where others do.
	rules alert.Store
	// follows is what is followed.
	follows follow.Store
	alerts  *dispatch.Runner
}

// revisionOf tells how the record stands.
func revisionOf(db store.Store) func(context.Context) (cache.Revision, error) {
	return func(ctx context.Context) (cache.Revision, error) {
		own, all, err := db.Revision(ctx)
		return cache.Revision{Own: own, All: all}, err
	}
}

// minute is how often it is written down which sessions are used.
const minute = time.Minute

// settle keeps sessions until the server ends.
func (s *server) settle(ctx context.Context) {
	tick := time.NewTicker(minute)
	defer tick.Stop()
	for {
		over := false
		select {
		case <-tick.C:
		case <-ctx.Done():
			over = true
		}
		if err := s.desk.Settle(context.WithoutCancel(ctx)); err != nil {
			s.log.Warn("it was not written down which sessions are used", "err", err)
		}
		if over {
			return
		}
	}
}
