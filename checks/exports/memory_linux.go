package main

import (
	"os"
	"syscall"
)

// most is the most memory that a process had, in MB.
func most(s *os.ProcessState) float64 {
	use, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return float64(use.Maxrss) / 1000
}
