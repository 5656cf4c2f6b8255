//go:build unix

package pages_test

import (
	"syscall"
	"time"
)

// processTime is the time that this process has had of the processors, which other
// work on the machine does not change.
func processTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
