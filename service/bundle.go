package service

import (
	"bufio"
	"context"
	"io"
	"os"
	"strings"

	"rapporteur"
	"rapporteur/source"
)

// bundled reports whether a file, by what is in it, may hold several reports: a letter
// with what is attached to it, a box of letters. What cannot be opened is none; who
// opens it for reading says why.
func bundled(target string) bool {
	if strings.Contains(target, "://") {
		return false
	}
	f, err := os.Open(target)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // nothing was written
	r, err := source.Unpacked(bufio.NewReader(f))
	if err != nil {
		return false
	}
	head := make([]byte, source.BundleHead)
	n, _ := io.ReadFull(r, head) // less is the whole file
	return source.Bundled(head[:n])
}

// bundle yields the reports of a file that holds several.
func (in *Inputs) bundle(target string, yield func(Input) bool) bool {
	f, err := os.Open(target)
	if err != nil {
		return yield(failed(target, unreadable(target, err)))
	}
	defer func() { _ = f.Close() }() // nothing was written
	r, err := source.Unpacked(bufio.NewReader(f))
	if err != nil {
		return yield(failed(target, unreadable(target, err)))
	}
	return yieldBundle(target, r, in.Options, yield)
}

// yieldBundle yields what a bundle holds, and says whether more is wanted.
func yieldBundle(name string, r io.Reader, opts source.Options, yield func(Input) bool) bool {
	empty := true
	for part, err := range source.Bundle(name, r) {
		empty = false
		one := Input{part.Name, func(ctx context.Context) (*rapporteur.Report, error) { return part.Open(ctx, opts) }}
		if err != nil {
			one = failed(part.Name, err)
		}
		if !yield(one) {
			return false
		}
	}
	if empty {
		return yield(failed(name, nothingIn(name, "no letter in it that says anything")))
	}
	return true
}
