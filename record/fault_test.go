package record_test

import (
	"context"
	"errors"

	"rapporteur/record"
)

// faulty is a store of which one call fails: the one behind so many others.
type faulty struct {
	record.Store
	fault *fault
}

// fault counts the calls that still go well; below 0 none fails.
type fault struct {
	left int
	err  error
}

// due reports whether this call is the one that fails.
func (f *fault) due() error {
	f.left--
	if f.left == -1 {
		return f.err
	}
	return nil
}

func (s faulty) View(ctx context.Context, do func(record.View) error) error {
	return s.Store.View(ctx, func(v record.View) error { return do(faultyView{v, s.fault}) })
}

func (s faulty) Update(ctx context.Context, do func(record.Update) error) error {
	return s.Store.Update(ctx, func(u record.Update) error {
		return do(faultyUpdate{faultyView{u, s.fault}, u, u, u, u, u})
	})
}

// asked gives what a call gives, unless it is the one that fails.
func asked[T any](f *fault, call func() (T, error)) (T, error) {
	if err := f.due(); err != nil {
		var none T
		return none, err
	}
	return call()
}

// told makes a call that gives nothing, unless it is the one that fails.
func told(f *fault, call func() error) error {
	if err := f.due(); err != nil {
		return err
	}
	return call()
}

// unchanging is a store whose changes are carried out and then taken back, so that the
// next one finds it as it was.
type unchanging struct{ record.Store }

// errTakenBack is what a change of it that went well gives.
var errTakenBack = errors.New("taken back")

func (s unchanging) Update(ctx context.Context, do func(record.Update) error) error {
	return s.Store.Update(ctx, func(u record.Update) error {
		if err := do(u); err != nil {
			return err
		}
		return errTakenBack
	})
}
