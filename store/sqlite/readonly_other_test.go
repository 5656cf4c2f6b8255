//go:build !linux

package sqlite_test

import "testing"

// mountedReadOnly can be done on Linux alone.
func mountedReadOnly(t *testing.T, _ string) { t.Skip("mounting is for Linux") }
