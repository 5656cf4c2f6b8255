package service

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/access"
	"rapporteur/record"
)

// InTrail is how a line of the trail names a correction, so that it is told once.
func InTrail(c *record.Correction) string {
	if c.Namespace != "" {
		return fmt.Sprintf("#%d of %s, %s", c.ID, c.Namespace, c.Entry)
	}
	return fmt.Sprintf("#%d %s", c.ID, c.Entry)
}

// Trail gives what was done, the last first: the lines of the trail, and the corrections
// that were made at a command line and have none. The log of corrections is the
// record's own, and nobody can leave it out.
func Trail(ctx context.Context, r *record.Record, desk *access.Desk, q access.TrailQuery) ([]access.Line, error) {
	limit := q.Limit
	if q.Limit = 0; len(q.What) == 0 || slices.Contains(q.What, access.Corrected) {
		lines, err := withCorrections(ctx, r, desk, q)
		return first(lines, limit), err
	}
	q.Limit = limit
	return desk.Trail(ctx, q)
}

// withCorrections adds to the trail the corrections that it does not name.
func withCorrections(ctx context.Context, r *record.Record, desk *access.Desk, q access.TrailQuery) ([]access.Line, error) {
	lines, err := desk.Trail(ctx, q)
	if err != nil {
		return nil, err
	}
	named := map[string]bool{}
	for _, l := range lines {
		if l.What == access.Corrected {
			named[l.About] = true
		}
	}
	f := record.CorrectionFilter{By: q.Who, Since: q.Since}
	all, err := r.Corrections(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if named[InTrail(&c.Correction)] || !q.Until.IsZero() && !c.At.Before(q.Until) {
			continue
		}
		lines = append(lines, access.Line{At: c.At, Who: c.By, What: access.Corrected, About: InTrail(&c.Correction)})
	}
	slices.SortStableFunc(lines, func(a, b access.Line) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Number, a.Number)) })
	return lines, nil
}

// first are so many lines at most, all for 0.
func first(lines []access.Line, limit int) []access.Line {
	if limit > 0 {
		lines = lines[:min(limit, len(lines))]
	}
	return lines
}
