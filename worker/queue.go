package worker

import (
	"cmp"
	"context"
	"errors"
	"time"

	"rapporteur"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"go.opentelemetry.io/otel/trace"
)

// The subjects, each with a stream whose name has a hyphen for the dot.
const (
	SubjectIn      = "reports.in"
	SubjectRead    = "reports.read"
	SubjectChanges = "record.changes"
	SubjectDead    = "dead"

	streamIn      = "reports-in"
	streamRead    = "reports-read"
	streamChanges = "record-changes"
	streamDead    = "dead"
	bucketTries   = "reports-tries"

	consumerIn   = "readers"
	consumerRead = "recorders"
)

// Limits bound the queue. Zero values stand for those of DefaultLimits.
type Limits struct {
	// Waiting is the number of reports that may wait to be read, Read of readings that
	// may wait to be written down.
	Waiting, Read int64
	// Bytes is the most that each of the two streams takes on the disk, and the other two
	// a quarter of it. NATS sets as much aside.
	Bytes int64
	// Redeliver is how long nobody may be heard of a report that was taken until it is
	// given to somebody else.
	Redeliver time.Duration
	// Window is how long the same report published again is one.
	Window time.Duration
	// Keep is how long changes are kept, for who was away.
	Keep time.Duration
	// InFlight is the number of reports that may be taken and not acknowledged at once, by
	// all workers together.
	InFlight int
	// Replicas is the number of NATS servers that hold each stream.
	Replicas int
}

// DefaultLimits hold where nothing else is said.
func DefaultLimits() Limits {
	return Limits{Waiting: 200_000, Read: 5_000, Bytes: 1 << 30, Redeliver: 30 * time.Second, Window: 10 * time.Minute,
		Keep: 7 * 24 * time.Hour, InFlight: 2_000, Replicas: 1}
}

func (l Limits) filled() Limits {
	d := DefaultLimits()
	return Limits{cmp.Or(l.Waiting, d.Waiting), cmp.Or(l.Read, d.Read), cmp.Or(l.Bytes, d.Bytes), cmp.Or(l.Redeliver, d.Redeliver),
		cmp.Or(l.Window, d.Window), cmp.Or(l.Keep, d.Keep), cmp.Or(l.InFlight, d.InFlight), cmp.Or(l.Replicas, d.Replicas)}
}

// Queue is the streams, over one connection. It may be shared by goroutines.
type Queue struct {
	// Tracer is where spans go of what is published, nowhere if it is not set.
	Tracer                  trace.TracerProvider
	limits                  Limits
	nc                      *nats.Conn
	js                      jetstream.JetStream
	in, read, changes, dead jetstream.Stream
	tries                   jetstream.KeyValue
}

// Open makes the streams where they are not there yet, and gives them the limits, as who
// looks after the queue does.
func Open(ctx context.Context, nc *nats.Conn, limits Limits) (*Queue, error) {
	return open(ctx, nc, limits, func(js jetstream.JetStream, c jetstream.StreamConfig) (jetstream.Stream, error) {
		return js.CreateOrUpdateStream(ctx, c)
	})
}

// Join takes the streams as they are, and makes those that are not there.
func Join(ctx context.Context, nc *nats.Conn) (*Queue, error) {
	return open(ctx, nc, Limits{}, func(js jetstream.JetStream, c jetstream.StreamConfig) (jetstream.Stream, error) {
		s, err := js.Stream(ctx, c.Name)
		if errors.Is(err, jetstream.ErrStreamNotFound) {
			return js.CreateOrUpdateStream(ctx, c)
		}
		return s, err
	})
}

// open gets hold of the streams in the way that is given.
func open(ctx context.Context, nc *nats.Conn, limits Limits, get func(jetstream.JetStream, jetstream.StreamConfig) (jetstream.Stream, error)) (*Queue, error) {
	js, err := jetstream.New(nc)
	if err != nil {
		return nil, failure("open the queue", err)
	}
	q := &Queue{limits: limits.filled(), nc: nc, js: js}
	for _, one := range q.streams() {
		if *one.to, err = get(js, one.config); err != nil {
			return nil, failure("open the queue", err)
		}
	}
	q.tries, err = js.CreateOrUpdateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: bucketTries, Description: "reports that failed, and how often",
		TTL: 24 * time.Hour, Replicas: q.limits.Replicas})
	if err != nil {
		return nil, failure("open the queue", err)
	}
	return q, nil
}

// made is a stream and where it is held.
type made struct {
	to     *jetstream.Stream
	config jetstream.StreamConfig
}

func (q *Queue) streams() []made {
	l := q.limits
	work := func(name, subject, about string, most int64) jetstream.StreamConfig {
		return jetstream.StreamConfig{Name: name, Subjects: []string{subject}, Description: about, Retention: jetstream.WorkQueuePolicy,
			Discard: jetstream.DiscardNew, MaxMsgs: most, MaxBytes: l.Bytes, Duplicates: l.Window, Replicas: l.Replicas}
	}
	return []made{
		{&q.in, work(streamIn, SubjectIn, "reports that wait to be read", l.Waiting)},
		{&q.read, work(streamRead, SubjectRead, "readings that wait to be written down", l.Read)},
		{&q.changes, jetstream.StreamConfig{Name: streamChanges, Subjects: []string{SubjectChanges}, Description: "what became of reports",
			MaxAge: l.Keep, MaxBytes: l.Bytes / 4, Duplicates: l.Window, Replicas: l.Replicas}},
		{&q.dead, jetstream.StreamConfig{Name: streamDead, Subjects: []string{SubjectDead}, Description: "reports that cannot be read or written down",
			Discard: jetstream.DiscardNew, MaxBytes: l.Bytes / 4, Duplicates: l.Window, Replicas: l.Replicas}},
	}
}

// consumer gives the one consumer that all readers, or all recorders, share.
func (q *Queue) consumer(ctx context.Context, of jetstream.Stream, name string) (jetstream.Consumer, error) {
	c, err := of.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{Durable: name, AckPolicy: jetstream.AckExplicitPolicy,
		AckWait: q.limits.Redeliver, MaxDeliver: -1, MaxAckPending: q.limits.InFlight})
	if err != nil {
		return nil, failure("open the queue", err)
	}
	return c, nil
}

// Connected reports whether NATS answers.
func (q *Queue) Connected() bool { return q.nc.IsConnected() }

// full is what JetStream answers when a stream has reached its limits, short when the
// disk or what the server may take of it is used up.
const (
	full  = 10077
	short = 10047
)

// isFull reports whether a stream has reached its limits.
func isFull(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && api.ErrorCode == full
}

// isUnanswered reports whether NATS said nothing, or had no streams at that moment.
func isUnanswered(err error) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, nats.ErrTimeout) || errors.Is(err, nats.ErrNoResponders)
}

// unanswered is failure for what NATS has to keep. A server that is there and keeps nothing
// any more has had an error of its disk, after which it says no word until it is started anew.
func (q *Queue) unanswered(op string, err error) error {
	if errors.Is(err, context.DeadlineExceeded) && q.Connected() {
		return &rapporteur.Error{Code: rapporteur.Busy, Op: op, Err: err,
			Message: "NATS is there and does not say that it has it; try again, and if that goes on look for room on its disk, make some, and start it again: what it had said that it has is there"}
	}
	return failure(op, err)
}

// failure gives an error of NATS its code and a hint.
func failure(op string, err error) error {
	var known *rapporteur.Error
	var api *jetstream.APIError
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case isFull(err):
		return &rapporteur.Error{Code: rapporteur.Busy, Op: op, Err: err,
			Message: "the queue is full; try again when the workers have caught up, start more of them, or raise --queue-reports"}
	case errors.As(err, &api) && api.ErrorCode == short:
		return &rapporteur.Error{Code: rapporteur.NoSpace, Op: op, Err: err, Message: "NATS has no room left; give it a larger disk or raise its max_file_store"}
	case errors.Is(err, nats.ErrMaxPayload):
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Err: err, Message: "larger than NATS takes; raise max_payload of the server"}
	case errors.Is(err, nats.ErrNoResponders), errors.Is(err, jetstream.ErrJetStreamNotEnabled), errors.Is(err, jetstream.ErrJetStreamNotEnabledForAccount):
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: op, Err: err, Message: "the NATS server keeps no streams; start it with -js, or wait until they are there"}
	}
	return &rapporteur.Error{Code: rapporteur.Busy, Op: op, Err: err, Message: "NATS does not answer; is it running, and does --nats name it?"}
}
