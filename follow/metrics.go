package follow

import (
	"context"
	"fmt"
	"io"
	"time"
)

// WriteMetrics writes how what is followed does in the text format of Prometheus
// (exposition format 0.0.4); nothing where nothing is followed.
func WriteMetrics(ctx context.Context, store Store, w io.Writer) error {
	all, err := List(ctx, store, Everybody)
	if err != nil || len(all) == 0 {
		return err
	}
	var sources [4]int
	var items Count
	var answered time.Time
	for i := range all {
		s := &all[i]
		sources[standingOf(&s.Source)]++
		items.Items, items.Waiting, items.Failed = items.Items+s.Items, items.Waiting+s.Waiting, items.Failed+s.Failed
		if s.Answered.After(answered) {
			answered = s.Answered
		}
	}
	var errs error
	print := func(format string, args ...any) {
		if _, err := fmt.Fprintf(w, format, args...); err != nil {
			errs = err
		}
	}
	print("# TYPE rapporteur_follow_sources gauge\n")
	for i, name := range standings {
		print("rapporteur_follow_sources{state=%q} %d\n", name, sources[i])
	}
	print("# TYPE rapporteur_follow_items gauge\n")
	print("rapporteur_follow_items{state=\"known\"} %d\nrapporteur_follow_items{state=\"waiting\"} %d\nrapporteur_follow_items{state=\"failed\"} %d\n", items.Items, items.Waiting, items.Failed)
	if !answered.IsZero() {
		print("# TYPE rapporteur_follow_answered_timestamp_seconds gauge\nrapporteur_follow_answered_timestamp_seconds %d\n", answered.Unix())
	}
	return errs
}

// standings are how a source may do.
var standings = [...]string{"well", "failing", "gone", "new"}

func standingOf(s *Source) int {
	switch {
	case s.Gone:
		return 2
	case s.Problem != "":
		return 1
	case s.Answered.IsZero():
		return 3
	}
	return 0
}

// Standing says in a word how a source does: well, failing, gone, or new where it has not
// been asked.
func (s *Source) Standing() string { return standings[standingOf(s)] }
