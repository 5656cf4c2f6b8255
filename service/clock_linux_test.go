package service_test

import (
	"syscall"
	"time"
)

// threadTime is the time that this thread has had of a processor, which other
// work on the machine does not change.
func threadTime() time.Duration {
	const thread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	if err := syscall.Getrusage(thread, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
