package mcp

import (
	"context"
	"errors"
	"io"

	"rapporteur/access"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// Serve answers over a pair of streams until they end or the context is over.
func Serve(ctx context.Context, o Options, who access.Who, in io.Reader, out io.Writer) error {
	err := NewServer(o, who).Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(in), Writer: unclosed{out}})
	if errors.Is(err, io.EOF) || ctx.Err() != nil {
		return nil
	}
	return err
}

// unclosed leaves a stream open that is another's.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }
