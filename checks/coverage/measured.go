package main

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// line is what go test says of a package: its result and time where it has tests,
// its name alone where it has none, and the share of its statements that ran.
var line = regexp.MustCompile(`^(?:ok  )?\t(\S+)\t.*coverage: ([0-9.]+)% of statements`)

// read passes on what go test prints and gives the percentage of each package.
func read(in io.Reader, out io.Writer) (map[string]float64, error) {
	measured := map[string]float64{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if _, err := fmt.Fprintln(out, lines.Text()); err != nil {
			return nil, err
		}
		if m := line.FindStringSubmatch(lines.Text()); m != nil {
			share, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				return nil, fmt.Errorf("%q is no percentage: %w", m[2], err)
			}
			measured[m[1]] = share
		}
	}
	return measured, lines.Err()
}
