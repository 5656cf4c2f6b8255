package main

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"
)

// flushing is how long the last spans may take to be sent.
const flushing = 3 * time.Second

// tracing gives where spans go: to what the variables of OpenTelemetry name
// (OTEL_EXPORTER_OTLP_ENDPOINT and the others of its specification), by OTLP over HTTP,
// and nowhere where they name nothing. Whoever is given it ends it.
func tracing(ctx context.Context, c *terminal.Console) (trace.TracerProvider, func(), error) {
	if c.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == "" && c.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == "" {
		return noop.NewTracerProvider(), func() {}, nil
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "send traces", Message: "what OTEL_EXPORTER_OTLP_… says cannot be used", Err: err}
	}
	about := resource.NewSchemaless(attribute.String("service.name", "rapporteur"), attribute.String("service.version", version))
	if own, err := resource.New(ctx, resource.WithFromEnv()); err == nil {
		if merged, err := resource.Merge(about, own); err == nil {
			about = merged
		}
	}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(about))
	return provider, func() {
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushing)
		defer cancel()
		_ = provider.Shutdown(ending) // what cannot be sent is lost; the work is done
	}, nil
}
