//go:build !linux

package service_test

import "time"

var begun = time.Now()

// threadTime is the time of the clock where that of a thread cannot be had.
func threadTime() time.Duration { return time.Since(begun) }
