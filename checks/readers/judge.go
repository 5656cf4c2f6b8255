package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
	"time"
)

// percentile is the wait that so many of a hundred do not exceed.
func percentile(rising []time.Duration, of int) time.Duration {
	if len(rising) == 0 {
		return 0
	}
	return rising[min(len(rising)-1, len(rising)*of/100)]
}

// judge writes what readers waited for, and fails if they waited too long or in vain.
func judge(out io.Writer, waits []wait, spent time.Duration, o *options) error {
	if len(waits) == 0 {
		return fmt.Errorf("nobody read anything")
	}
	const all = "all"
	took, bytes, failures := map[string][]time.Duration{}, map[string]int64{}, map[string]int{}
	for _, w := range waits {
		for _, of := range []string{w.of, all} {
			took[of] = append(took[of], w.took)
			bytes[of] += w.bytes
		}
		if w.failed != "" {
			failures[w.failed]++
		}
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tasked\tp50 ms\tp95 ms\tp99 ms\tlongest ms\tkB\t")
	for _, of := range append(slices.DeleteFunc(slices.Sorted(maps.Keys(took)), func(s string) bool { return s == all }), all) {
		some := took[of]
		slices.Sort(some)
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t%.1f\t\n", of, len(some), percentile(some, 50).Milliseconds(), percentile(some, 95).Milliseconds(),
			percentile(some, 99).Milliseconds(), some[len(some)-1].Milliseconds(), float64(bytes[of])/1000/float64(len(some)))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	n := float64(len(waits))
	fmt.Fprintf(out, "%.0f requests a second, %.2f ms of the server's processor time each\n", n/o.lasting.Seconds(), spent.Seconds()*1000/n)
	failed := 0
	for _, what := range slices.Sorted(maps.Keys(failures)) {
		fmt.Fprintf(out, "%d times: %s\n", failures[what], what)
		failed += failures[what]
	}
	switch p99 := percentile(took[all], 99); {
	case failed > 0:
		return fmt.Errorf("%d of %d requests were not answered", failed, len(waits))
	case p99 > o.most:
		return fmt.Errorf("one of a hundred waited longer than %s, the bar is %s", p99.Round(time.Millisecond), o.most)
	}
	return nil
}
