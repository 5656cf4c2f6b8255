package mcp

import (
	"context"
	"time"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// Options are what a server gives.
type Options struct {
	Record  *record.Record
	Version string
	// Read and Knowing read texts, as service.Ingest has them; without Read none is read.
	Read    service.Read
	Knowing service.Knowing
	// Explain reads a report with the words by which each entry is told, for evidence; it
	// may be nil.
	Explain service.Read
	Tables  service.Tables
	// Silent leaves out the words of reports; Write lets the record be changed.
	Silent, Write bool
	Now           func() time.Time
	// Note writes a change into the trail.
	Note func(ctx context.Context, what access.What, about string)
}

// server answers calls for somebody.
type server struct {
	Options
	who access.Who
}

// tool declares a tool and what calls it. Every call is asked for its right.
func tool[In, Out any](s *server, to *sdk.Server, name, title, says string, deed access.Deed, do func(context.Context, In) (Out, error)) {
	asks := deed == access.Ask
	no := false
	hints := &sdk.ToolAnnotations{Title: title, ReadOnlyHint: asks, IdempotentHint: true, DestructiveHint: &no, OpenWorldHint: &no}
	sdk.AddTool(to, &sdk.Tool{Name: name, Title: title, Description: says, Annotations: hints},
		func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
			ctx = access.With(ctx, s.who)
			var none Out
			if err := access.Allow(ctx, deed); err != nil {
				return nil, none, err
			}
			out, err := do(ctx, in)
			return nil, out, err
		})
}
