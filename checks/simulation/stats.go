package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// stats are what came of a day.
type stats struct {
	arrived, again, twice, held, transactions int
	mostToRead, mostToRecord                  int
	reading, writing, waitedForKeys           time.Duration
	latencies                                 []time.Duration
}

// quantile gives how long the quickest share of reports took from being published to being
// on the record.
func (s *stats) quantile(share float64) time.Duration {
	if len(s.latencies) == 0 {
		return 0
	}
	return s.latencies[min(int(share*float64(len(s.latencies))), len(s.latencies)-1)]
}

// print writes the table of scenarios.
func print(to io.Writer, all []Scenario) {
	fmt.Fprintln(to, "| scenario | half within | 99 % within | longest | most to be read | most to be recorded | reports a transaction | waiting for keys | busy reading | read again |")
	fmt.Fprintln(to, "|---|---|---|---|---|---|---|---|---|---|")
	for _, one := range all {
		s := simulate(one)
		slices.Sort(s.latencies)
		fmt.Fprintf(to, "| %s | %s | %s | %s | %d | %d | %.1f | %.1f %% | %.1f %% | %d |\n", one.Name, brief(s.quantile(.5)), brief(s.quantile(.99)), brief(s.quantile(1)),
			s.mostToRead, s.mostToRecord, float64(len(s.latencies))/float64(max(s.transactions, 1)), 100*share(s.waitedForKeys, s.waitedForKeys+s.writing),
			100*s.reading.Seconds()/(float64(one.Readers)*day.Seconds()), s.again)
	}
}

func share(part, whole time.Duration) float64 {
	if whole == 0 {
		return 0
	}
	return part.Seconds() / whole.Seconds()
}

// brief says a time in one number.
func brief(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	case d < 2*time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%.0f min", d.Minutes())
}
