package main

import (
	"bytes"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// small is a day of few reports.
func small(changes ...func(*Scenario)) Scenario {
	return with("small", append([]func(*Scenario){daily(20_000), readers(6), recorders(2)}, changes...)...)
}

// TestAllRecorded: whatever happens, each report that was published is on the record once.
func TestAllRecorded(t *testing.T) {
	for name, s := range map[string]Scenario{
		"a usual day": small(), "a zone is lost": small(lost), "a story breaks": small(breaking), "both": small(lost, breaking, skewed),
		"little room": small(breaking, func(s *Scenario) { s.ReadLimit, s.Read, s.Commit = 3, time.Millisecond, 5*time.Second }),
		"late keys":   small(breaking, late), "a recorder for the story": small(breaking, apart, func(s *Scenario) { s.Commit = 5 * time.Second }),
		"the story's recorder alone": small(breaking, apart, recorders(1), batch(2)),
	} {
		got := simulate(s)
		if len(got.latencies) != got.arrived || got.twice > 0 || got.arrived < 15_000 {
			t.Errorf("%s: %d arrived, %d recorded, %d twice", name, got.arrived, len(got.latencies), got.twice)
		}
		if slices.Min(got.latencies) <= 0 {
			t.Errorf("%s: a report was on the record before it was read", name)
		}
		if name == "little room" && (got.mostToRecord != 3 || got.held == 0) {
			t.Errorf("%s: %d waited to be recorded, %d readers held theirs", name, got.mostToRecord, got.held)
		}
	}
}

// TestSameSeed gives the same day, another seed another one.
func TestSameSeed(t *testing.T) {
	other := small()
	other.Seed = 2
	same := cmp.AllowUnexported(stats{})
	if d := cmp.Diff(simulate(small()), simulate(small()), same); d != "" {
		t.Error(d)
	}
	if cmp.Equal(simulate(small()), simulate(other), same, cmpopts.EquateEmpty()) {
		t.Error("two seeds give one day")
	}
}

// TestLaws holds the simulation to what is known without it: the work is what was put in,
// and a lone recorder whose transactions all take the same time has the mean wait of a
// queue M/D/1 (Pollaczek and Khinchine).
func TestLaws(t *testing.T) {
	s := small()
	got := simulate(s)
	n := float64(got.arrived)
	if mean := got.reading.Seconds() / n; math.Abs(mean/s.Read.Seconds()-math.Exp(s.Skew*s.Skew/2)) > 0.25 {
		t.Errorf("a report took %.4f s to read", mean)
	}
	even := small(recorders(1), batch(1), readers(200), recorders(1), func(s *Scenario) {
		s.Daily, s.Skew, s.Read, s.Write, s.Commit, s.HotShare = 200_000, 0, time.Nanosecond, 0, 200*time.Millisecond, 0
	})
	got = simulate(even)
	mean := time.Duration(0)
	for _, l := range got.latencies {
		mean += l
	}
	wait := mean.Seconds()/float64(len(got.latencies)) - 0.2
	want, hours := 0.0, 0.0 // weighed by how many come in each hour
	for h := range 24 {
		rate := even.rate(time.Duration(h)*time.Hour + 30*time.Minute)
		load := rate * 0.2
		want += rate * load * 0.2 / (2 * (1 - load))
		hours += rate
	}
	if want /= hours; math.Abs(wait/want-1) > 0.1 {
		t.Errorf("reports waited %.4f s, %.4f s by the formula", wait, want)
	}
}

// TestHotKeys: a meeting that all tell of lets one recorder write at a time, however many
// there are; who holds keys for less, or has one recorder for them, waits less.
func TestHotKeys(t *testing.T) {
	hotDay := func(changes ...func(*Scenario)) *stats {
		s := small(append([]func(*Scenario){breaking, func(s *Scenario) { s.Commit, s.Read = 500*time.Millisecond, time.Millisecond }}, changes...)...)
		out := simulate(s)
		slices.Sort(out.latencies)
		return out
	}
	few, many := hotDay(), hotDay(func(s *Scenario) { s.Recorders = 6 })
	if few.waitedForKeys == 0 || many.waitedForKeys < few.waitedForKeys {
		t.Errorf("two waited %v, six %v", few.waitedForKeys, many.waitedForKeys)
	}
	for name, change := range map[string]func(*Scenario){"held for less": late, "one recorder": apart} {
		if got := hotDay(change); got.waitedForKeys >= few.waitedForKeys {
			t.Errorf("%s: waited %v, %v before", name, got.waitedForKeys, few.waitedForKeys)
		}
	}
}

// TestDocument: the table of docs/scale.md has the scenarios of today.
func TestDocument(t *testing.T) {
	doc, err := os.ReadFile("../../docs/scale.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scenarios() {
		if !strings.Contains(string(doc), "\n| "+s.Name+" | ") {
			t.Errorf("docs/scale.md has no line of %q; go run ./checks/simulation", s.Name)
		}
	}
}

// TestPrint writes a line a scenario.
func TestPrint(t *testing.T) {
	var out bytes.Buffer
	print(&out, []Scenario{small(), small(lost)})
	if lines := strings.Split(strings.TrimSpace(out.String()), "\n"); len(lines) != 4 || strings.Count(lines[2], "|") != strings.Count(lines[0], "|") {
		t.Error(out.String())
	}
	if len(scenarios()) < 15 {
		t.Error("few scenarios")
	}
	for d, want := range map[time.Duration]string{time.Millisecond: "1 ms", 90 * time.Second: "90.0 s", time.Hour: "60 min"} {
		if got := brief(d); got != want {
			t.Errorf("%v: %s", d, got)
		}
	}
	if (&stats{}).quantile(.5) != 0 || share(1, 0) != 0 {
		t.Error("nothing has a share")
	}
}
