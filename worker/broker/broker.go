// Package broker is a NATS server with streams in a folder, inside this process, so that
// one program on one machine takes the same way as many on many. Nobody else can reach it.
package broker

import (
	"fmt"
	"os"
	"time"

	"rapporteur"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// payload is the largest message. A report of 16 MiB is packed into less.
const payload = 32 << 20

// store is what all streams together may take. What JetStream would take itself, three
// quarters of what is free now, refuses the streams on a small disk.
const store = 64 << 30

// Broker is a NATS server.
type Broker struct{ server *server.Server }

// Start starts a server that keeps its streams in a folder, which is made. Two processes
// must not share it.
func Start(dir string) (*Broker, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, failed(dir, err)
	}
	s, err := server.NewServer(&server.Options{ServerName: "rapporteur", DontListen: true, JetStream: true, StoreDir: dir, SyncAlways: true, JetStreamMaxStore: store,
		MaxPayload: payload, NoLog: true, NoSigs: true})
	if err != nil {
		return nil, failed(dir, err)
	}
	s.Start()
	if !s.ReadyForConnections(5*time.Second) || !s.JetStreamEnabled() {
		s.Shutdown()
		s.WaitForShutdown()
		return nil, failed(dir, fmt.Errorf("it does not come up"))
	}
	return &Broker{s}, nil
}

func failed(dir string, err error) error {
	return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "start the queue in " + dir, Err: err, Message: "can its folder be written to, and is there room?"}
}

// Connect connects to the server without a network.
func (b *Broker) Connect() (*nats.Conn, error) {
	return nats.Connect("", nats.InProcessServer(b.server), nats.Name("rapporteur"), nats.MaxReconnects(-1))
}

// Close ends the server; what is in its streams stays in the folder.
func (b *Broker) Close() {
	b.server.Shutdown()
	b.server.WaitForShutdown()
}
