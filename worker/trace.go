package worker

import (
	"context"

	"github.com/nats-io/nats.go"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// carrier lets the headers of a message carry a span; NATS keeps the case of names.
type carrier nats.Header

func (c carrier) Get(key string) string { return nats.Header(c).Get(key) }
func (c carrier) Set(key, value string) { nats.Header(c).Set(key, value) }
func (c carrier) Keys() []string {
	var out []string
	for key := range c {
		out = append(out, key)
	}
	return out
}

// inject writes the span of a context into headers, extract takes it out of them.
func inject(ctx context.Context, h nats.Header) { propagation.TraceContext{}.Inject(ctx, carrier(h)) }

func extract(ctx context.Context, h nats.Header) context.Context {
	return propagation.TraceContext{}.Extract(ctx, carrier(h))
}

// attributes name the report that a span is about.
func attributes(h nats.Header) []attribute.KeyValue {
	return []attribute.KeyValue{attribute.String("rapporteur.report", h.Get(headerReport)), attribute.String("rapporteur.input", h.Get(headerInput))}
}

// ended ends a span with what became of it.
func ended(span trace.Span, err error) {
	if err != nil {
		span.RecordError(err)
		span.SetStatus(codes.Error, err.Error())
	}
	span.End()
}
