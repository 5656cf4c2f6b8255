//go:build !unix

package pages_test

import "time"

var begun = time.Now()

// processTime is the time of the clock where that of a process cannot be had.
func processTime() time.Duration { return time.Since(begun) }
