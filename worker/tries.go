package worker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"github.com/nats-io/nats.go/jetstream"
)

// history is what happened to a report that was given out more than once in one step. It
// is kept beside the stream, since a process that dies leaves nothing behind.
type history struct {
	// Failed counts how often it failed itself, Explained how often it came back for a
	// reason that somebody lived to tell. The others of its deliveries are those at which
	// a process died, or NATS did.
	Failed    int    `json:"failed"`
	Explained int    `json:"explained"`
	Error     string `json:"error,omitempty"`
}

// unexplained counts the deliveries before this one of which nobody told the end.
func (h history) unexplained(delivered uint64) int { return max(int(delivered)-1-h.Explained, 0) }

// historyKey names a report in a step; the key of a bucket takes few letters.
func historyKey(step, id string) string {
	sum := sha256.Sum256([]byte(id))
	return step + "." + hex.EncodeToString(sum[:16])
}

func (q *Queue) history(ctx context.Context, key string) (h history, err error) {
	entry, err := q.tries.Get(ctx, key)
	if errors.Is(err, jetstream.ErrKeyNotFound) {
		return history{}, nil
	}
	if err != nil {
		return h, failure("look up how often a report failed", err)
	}
	if json.Unmarshal(entry.Value(), &h) != nil {
		return history{}, nil // written by another version; it begins anew
	}
	return h, nil
}

func (q *Queue) remember(ctx context.Context, key string, h history) error {
	data, err := json.Marshal(h)
	if err != nil {
		return err
	}
	_, err = q.tries.Put(ctx, key, data)
	return failure("remember how often a report failed", err)
}

func (q *Queue) forget(ctx context.Context, key string) error {
	return failure("forget how often a report failed", q.tries.Purge(ctx, key))
}
