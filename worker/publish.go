package worker

import (
	"context"
	"fmt"

	"rapporteur"
	"rapporteur/record"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"
)

// Published is what became of a report that was published.
type Published struct {
	// Report is the id of its text, the one that the record will give it unless the same
	// text stood elsewhere.
	Report string
	// Already says that the queue was given it within the last minutes.
	Already bool
}

// Publish puts a report into the queue and waits until NATS has it for good. A queue that
// is full is Busy; the report is then not in it.
func (q *Queue) Publish(ctx context.Context, input string, report *rapporteur.Report) (Published, error) {
	m, err := pack(SubjectIn, incoming{input, report})
	if err != nil {
		return Published{}, err
	}
	m.Header.Set(headerReport, report.ID)
	m.Header.Set(headerInput, oneLine(input))
	ctx, span := traced(ctx, q.tracer(), "publish", m.Header)
	ack, err := q.put(ctx, m, record.Mark(report))
	ended(span, err)
	if err != nil {
		return Published{}, q.unanswered("publish "+input, err)
	}
	return Published{report.ID, ack.Duplicate}, nil
}

// put publishes a message under an id and waits for NATS to have it. The span of the
// context goes with it.
func (q *Queue) put(ctx context.Context, m *nats.Msg, id string) (*jetstream.PubAck, error) {
	if most := q.nc.MaxPayload(); most > 0 && int64(len(m.Data)) > most {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "publish " + m.Header.Get(headerInput), Err: nats.ErrMaxPayload,
			Message: fmt.Sprintf("packed it has %d bytes, and the NATS server takes %d; raise its max_payload, or use rapporteur add beside the record", len(m.Data), most)}
	}
	inject(ctx, m.Header)
	return q.js.PublishMsg(ctx, m, jetstream.WithMsgID(id))
}

// oneLine makes words fit for a header.
func oneLine(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r < ' ' || r == 0x7f {
			out[i] = ' '
		}
	}
	if len(out) > 500 {
		out = out[:500]
	}
	return string(out)
}

// tracer is where the spans of what is published go.
func (q *Queue) tracer() trace.Tracer {
	if q.Tracer == nil {
		return noop.NewTracerProvider().Tracer("")
	}
	return q.Tracer.Tracer("rapporteur/worker")
}

// traced begins a span of one step for one report.
func traced(ctx context.Context, t trace.Tracer, step string, h nats.Header) (context.Context, trace.Span) {
	return t.Start(extract(ctx, h), step, trace.WithAttributes(attributes(h)...))
}
