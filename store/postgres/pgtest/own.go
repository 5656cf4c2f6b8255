package pgtest

import (
	"errors"
	"os"
	"testing"
)

// Own starts a server for one test, which may kill it, with further settings, name=value. It
// is removed when the test ends.
func Own(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	c, err := Start(settings...)
	Need(t, err)
	t.Cleanup(func() {
		if err := c.Remove(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Error(err)
		}
	})
	return c
}

// Need ends a test that failed to start a server: where PostgreSQL is not installed it is
// skipped, and in CI, which has it, it fails.
func Need(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, ErrMissing) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
}
