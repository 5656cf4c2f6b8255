package eval

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// ReadBrat reads the attributions of one annotator from a file in the standoff
// format of brat (https://brat.nlplab.org/standoff.html) as PolNeAR uses it: an
// event of type Attribution with the roles Source, Cue and Content. A span that
// holds a line break goes on in a line without a label, which is skipped: the
// offsets, in code points, are what counts.
func ReadBrat(path string) ([]Attributed, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	extents := map[string]Extent{}
	var events []string
	for line := range strings.Lines(string(data)) {
		label, rest, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		switch {
		case !ok || label == "":
		case label[0] == 'T':
			head, _, _ := strings.Cut(rest, "\t")
			if extents[label], err = extent(head); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", path, label, err)
			}
		case label[0] == 'E':
			events = append(events, rest)
		}
	}
	var all []Attributed
	for _, e := range events {
		if a := attributed(e, extents); len(a.Content) > 0 {
			all = append(all, a)
		}
	}
	return all, nil
}

// extent reads "Content 315 448;463 553".
func extent(s string) (Extent, error) {
	_, offsets, ok := strings.Cut(s, " ")
	if !ok {
		return nil, fmt.Errorf("%q has no offsets", s)
	}
	var e Extent
	for piece := range strings.SplitSeq(offsets, ";") {
		from, to, _ := strings.Cut(piece, " ")
		start, err := strconv.Atoi(from)
		if err != nil {
			return nil, err
		}
		end, err := strconv.Atoi(to)
		if err != nil {
			return nil, err
		}
		e = append(e, Piece{start, end})
	}
	return e, nil
}

// attributed reads "Attribution:T4 Content:T3 Cue:T2 Source:T1"; several spans
// of one role bear numbers, "Content2", and are pieces of one extent.
func attributed(event string, extents map[string]Extent) Attributed {
	var a Attributed
	for role := range strings.FieldsSeq(event) {
		name, label, _ := strings.Cut(role, ":")
		switch strings.TrimRight(name, "0123456789") {
		case "Source":
			a.Source = append(a.Source, extents[label]...)
		case "Cue":
			a.Cue = append(a.Cue, extents[label]...)
		case "Content":
			a.Content = append(a.Content, extents[label]...)
		}
	}
	return a
}
