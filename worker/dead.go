package worker

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"rapporteur"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Dead is a report that is not tried any more.
type Dead struct {
	// Number names it in dead.
	Number uint64 `json:"number"`
	Report string `json:"report"`
	Input  string `json:"input"`
	// Step is read or record.
	Step   string          `json:"step"`
	Error  string          `json:"error"`
	Code   rapporteur.Code `json:"code"`
	Failed int             `json:"failed"`
	At     time.Time       `json:"at"`
	Bytes  int             `json:"bytes"`
}

// Dead gives what is in dead, the oldest first, so many at most; 0 for all.
func (q *Queue) Dead(ctx context.Context, most int) ([]Dead, error) {
	var out []Dead
	err := q.eachDead(ctx, func(m *jetstream.RawStreamMsg) (more bool, err error) {
		out = append(out, deadOf(m))
		return len(out) != most, nil
	})
	return out, err
}

func deadOf(m *jetstream.RawStreamMsg) Dead {
	h := m.Header
	failed, _ := strconv.Atoi(h.Get(headerTries)) // 0 where it says nothing
	return Dead{Number: m.Sequence, Report: h.Get(headerReport), Input: h.Get(headerInput), Step: h.Get(headerStep),
		Error: h.Get(headerError), Code: rapporteur.Code(h.Get(headerCode)), Failed: failed, At: m.Time, Bytes: len(m.Data)}
}

// eachDead looks at all of dead that is there now.
func (q *Queue) eachDead(ctx context.Context, do func(*jetstream.RawStreamMsg) (bool, error)) error {
	info, err := q.dead.Info(ctx)
	if err != nil {
		return failure("look into dead", err)
	}
	for at := info.State.FirstSeq; at > 0 && at <= info.State.LastSeq; at++ {
		m, err := q.dead.GetMsg(ctx, at)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			continue
		}
		if err != nil {
			return failure("look into dead", err)
		}
		if more, err := do(m); err != nil || !more {
			return err
		}
	}
	return nil
}

// Replay publishes reports of dead again, by their numbers, all where there are none, and
// takes them out of it. It gives how many.
func (q *Queue) Replay(ctx context.Context, numbers ...uint64) (int, error) {
	return q.exhume(ctx, numbers, func(m *jetstream.RawStreamMsg) error {
		again := nats.NewMsg(SubjectIn)
		again.Data = m.Data
		for _, name := range []string{headerReport, headerInput, headerPacked} {
			if v := m.Header.Get(name); v != "" {
				again.Header.Set(name, v)
			}
		}
		_, err := q.put(ctx, again, fmt.Sprintf("replay %d %d", m.Sequence, m.Time.UnixNano()))
		return failure("replay", err)
	})
}

// Drop takes reports out of dead for good. It gives how many.
func (q *Queue) Drop(ctx context.Context, numbers ...uint64) (int, error) {
	return q.exhume(ctx, numbers, func(*jetstream.RawStreamMsg) error { return nil })
}

// exhume does something with reports of dead and takes them out of it.
func (q *Queue) exhume(ctx context.Context, numbers []uint64, do func(*jetstream.RawStreamMsg) error) (n int, err error) {
	one := func(m *jetstream.RawStreamMsg) (bool, error) {
		if err := do(m); err != nil {
			return false, err
		}
		if err := q.dead.DeleteMsg(ctx, m.Sequence); err != nil {
			return false, failure("take out of dead", err)
		}
		n++
		return true, nil
	}
	if len(numbers) == 0 {
		return n, q.eachDead(ctx, one)
	}
	for _, number := range numbers {
		m, err := q.dead.GetMsg(ctx, number)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			return n, &rapporteur.Error{Code: rapporteur.Invalid, Op: "look into dead", Message: fmt.Sprintf("there is no number %d in it; see rapporteur worker dead list", number)}
		}
		if err != nil {
			return n, failure("look into dead", err)
		}
		if _, err := one(m); err != nil {
			return n, err
		}
	}
	return n, nil
}
