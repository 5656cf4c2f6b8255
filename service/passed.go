package service

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// passed counts what archives hold that is no report.
type passed struct{ n atomic.Int64 }

func (p *passed) count() { p.n.Add(1) }

// Passed is how many things in archives were passed over so far, as they are no reports.
func (in *Inputs) Passed() int { return int(in.passed.n.Load()) }

// Size is how many bytes some arguments have, as far as they are files.
func Size(targets []string) int64 {
	total := int64(0)
	for _, target := range targets {
		_ = filepath.WalkDir(target, func(path string, d fs.DirEntry, err error) error { // what cannot be looked at counts nothing
			if err == nil && d.Type().IsRegular() {
				total += sizeOf(path)
			}
			return nil
		})
	}
	return total
}

// sizeOf is the size of a file, 0 for what is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}
