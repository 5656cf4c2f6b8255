package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/worker"

	"github.com/nats-io/nats.go"
)

// natsFlags say where the queue of reports is.
type natsFlags struct {
	NATS      string `name:"nats" help:"NATS server with JetStream that keeps the queue, such as nats://host:4222; several, with commas between." placeholder:"URL"`
	NATSCreds string `name:"nats-creds" help:"File of credentials (.creds) for it." placeholder:"FILE" type:"path"`
	NATSToken string `name:"nats-token-file" help:"File whose first line is the token for it." placeholder:"FILE" type:"path"`
	NATSCA    string `name:"nats-ca" help:"File of certificates (PEM) of who may vouch for it." placeholder:"FILE" type:"path"`
}

// queueFlags say how much of the queue there may be.
type queueFlags struct {
	QueueReports int64 `name:"queue-reports" help:"Reports that may wait to be read; whoever sends more is refused." default:"200000" placeholder:"N"`
	QueueBytes   int64 `name:"queue-bytes" help:"Bytes of the disk that each stream of reports may take." default:"1073741824" placeholder:"N"`
	Replicas     int   `name:"queue-replicas" help:"NATS servers that each keep the streams." default:"1" placeholder:"N"`
}

func (f queueFlags) limits() *worker.Limits {
	return &worker.Limits{Waiting: f.QueueReports, Bytes: f.QueueBytes, Replicas: f.Replicas}
}

// coming is how long whoever starts with others waits for the NATS server to be there.
const coming = time.Minute

// connect connects and makes the streams, which have the limits of who looks after them,
// nil for as they are. Whoever opens the queue closes the connection.
func (f natsFlags) connect(ctx context.Context, c *terminal.Console, wait time.Duration, limits *worker.Limits) (*worker.Queue, *nats.Conn, error) {
	if f.NATS == "" {
		return nil, nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "open the queue", Message: "no NATS server is named; give --nats URL or RAPPORTEUR_NATS"}
	}
	options, err := f.options()
	if err != nil {
		return nil, nil, err
	}
	late, told := time.Now().Add(wait), false
	for {
		q, nc, err := f.try(ctx, options, limits)
		if err == nil || ctx.Err() != nil || time.Now().After(late) || rapporteur.CodeOf(err) == rapporteur.Invalid {
			return q, nc, err
		}
		if !told {
			c.Tell("waiting for NATS at %s: %v", f.NATS, err)
			told = true
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
		}
	}
}

// try connects once.
func (f natsFlags) try(ctx context.Context, options []nats.Option, limits *worker.Limits) (*worker.Queue, *nats.Conn, error) {
	nc, err := nats.Connect(f.NATS, options...)
	if err != nil {
		code := rapporteur.Unreadable
		if errors.Is(err, nats.ErrAuthorization) || errors.Is(err, nats.ErrAuthExpired) {
			code = rapporteur.Invalid
		}
		return nil, nil, &rapporteur.Error{Code: code, Op: "open the queue at " + f.NATS, Err: err, Message: "is the server running, and are credentials right?"}
	}
	var q *worker.Queue
	if limits == nil {
		q, err = worker.Join(ctx, nc)
	} else {
		q, err = worker.Open(ctx, nc, *limits)
	}
	if err != nil {
		nc.Close()
		return nil, nil, err
	}
	return q, nc, nil
}

// options are those of the connection. Secrets are read from files alone.
func (f natsFlags) options() ([]nats.Option, error) {
	out := []nats.Option{nats.Name("rapporteur"), nats.MaxReconnects(-1), nats.ReconnectWait(500 * time.Millisecond), nats.Timeout(5 * time.Second)}
	if f.NATSCreds != "" {
		out = append(out, nats.UserCredentials(f.NATSCreds))
	}
	if f.NATSCA != "" {
		out = append(out, nats.RootCAs(f.NATSCA))
	}
	if f.NATSToken != "" {
		data, err := os.ReadFile(f.NATSToken)
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + f.NATSToken, Err: errors.Unwrap(err)}
		}
		first, _, _ := strings.Cut(string(data), "\n")
		out = append(out, nats.Token(strings.TrimSpace(first)))
	}
	return out, nil
}

// joining opens the queue for as long as something is done with it.
func (f natsFlags) joining(ctx context.Context, c *terminal.Console, do func(*worker.Queue) error) error {
	q, nc, err := f.connect(ctx, c, 0, nil)
	if err != nil {
		return err
	}
	defer nc.Close()
	return do(q)
}
