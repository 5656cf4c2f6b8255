//go:build !linux

package pgtest

import (
	"os"
	"os/exec"
)

// immediately ends the server.
var immediately = os.Kill

// alone does nothing here: PostgreSQL runs as whoever tests.
func alone(*exec.Cmd, bool) {}

// giveAway does nothing here.
func giveAway(string) error { return nil }
