package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os/user"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/gate"
	"rapporteur/mcp"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// mcpCmd gives the record to assistants.
type mcpCmd struct {
	HTTP       string  `name:"http" help:"Answer over HTTP at this address, path /mcp, in the place of standard input and output. On an address that others reach a key is demanded." placeholder:"HOST:PORT"`
	Login      bool    `help:"Demand a key on this machine as well."`
	AllowWrite bool    `help:"Let assistants add reports, and accept and reject entries; over HTTP those whose key may."`
	NoText     bool    `name:"no-text" help:"Leave out the words of the reports."`
	Rate       float64 `help:"Requests a second that each key may make; 0 for any." default:"20" placeholder:"N"`
	actorsFlag
	issuesFlag
	budgetFlag
	dbFlag
}

// Help is shown below the usage.
func (mcpCmd) Help() string {
	return "The record as tools of the Model Context Protocol. An assistant that starts programs is told to start `rapporteur mcp --db FILE`; others are given the address of --http and a key of rapporteur keys add, sent as Authorization: Bearer KEY. Tools: search, search_sentences, brief, who_meets, who_moved, positions, evidence, list_dossiers, read_text; with --allow-write add_report, accept, reject. Resources: rapporteur://entry/ID and rapporteur://report/ID."
}

// Run answers until its input ends or it is interrupted.
func (cmd *mcpCmd) Run(ctx context.Context, c *terminal.Console) (err error) {
	tables := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}
	reader, err := tables.Reader(cmd.budget())
	if err != nil {
		return err
	}
	mode := store.Read
	if cmd.AllowWrite || cmd.HTTP != "" { // who uses a key is written down
		mode = store.Write
	}
	r, db, err := cmd.open(ctx, mode)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	s := &server{record: r, desk: access.New(db.Access(), access.Options{Now: c.Now}), log: slog.New(logTo(c, "text"))}
	o := mcp.Options{Record: r, Version: version, Read: reader.Read, Knowing: reader.ReadKnowing, Explain: reader.Explaining().Read, Tables: tables, Silent: cmd.NoText, Write: cmd.AllowWrite, Now: c.Now, Note: s.note}
	if cmd.HTTP != "" {
		return cmd.serve(ctx, c, s, o)
	}
	return mcp.Serve(ctx, o, atThisMachine(), c.Stdin, c.Stdout)
}

// atThisMachine is who started the program.
func atThisMachine() access.Who {
	who := access.Who{Role: access.Editor}
	if u, err := user.Current(); err == nil {
		who.Name = u.Username
	}
	return who
}

// serve answers over HTTP.
func (cmd *mcpCmd) serve(ctx context.Context, c *terminal.Console, s *server, o mcp.Options) error {
	host, _, err := net.SplitHostPort(cmd.HTTP)
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "mcp --http " + cmd.HTTP, Message: "give HOST:PORT, such as 127.0.0.1:8090"}
	}
	closed := cmd.Login || !gate.IsLoopback(host)
	if closed {
		if keys, err := s.desk.Keys(ctx); err != nil {
			return err
		} else if len(keys) == 0 {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "mcp", Message: "a key is demanded and there is none; `rapporteur keys add NAME` first"}
		}
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", cmd.HTTP)
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Busy, Op: "mcp", Message: "nothing can listen on " + cmd.HTTP + "; give another address or port with --http", Err: errors.Unwrap(err)}
	}
	c.Patient(gate.Grace + time.Second)
	c.Tell("tools at http://%s/mcp; Ctrl-C ends it", l.Addr())
	return gate.Serve(ctx, l, cmd.handler(s, o, host, closed))
}

// handler puts the tools behind the gate. A call is a POST whatever it asks, so that
// the tools themselves ask what a key may do.
func (cmd *mcpCmd) handler(s *server, o mcp.Options, host string, closed bool) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(toolsPath, mcp.Handler(o))
	options := gate.Options{Body: most, Time: longest, Log: s.log, In: record.In}
	if _, err := netip.ParseAddr(host); err != nil && host != "" {
		options.Hosts = []string{host}
	}
	if closed {
		options.Rate = cmd.Rate
		options.Door = &gate.Door{Desk: s.desk, Harmless: []string{toolsPath}, Log: s.log}
	}
	return gate.Wrap(mux, options, &gate.Counts{})
}
