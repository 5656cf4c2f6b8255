package main

import (
	"math"
	"time"
)

// rate is the reports a second at a time of the day: least at three at night, most at three
// in the afternoon, three times as much.
func (s *Scenario) rate(at time.Duration) float64 {
	mean := s.Daily / day.Seconds()
	r := mean * (1 - 0.5*math.Cos(2*math.Pi*(at.Hours()-3)/24))
	if s.breaks(at) {
		r *= s.BurstTimes
	}
	return r
}

// breaks reports whether a story breaks at a time.
func (s *Scenario) breaks(at time.Duration) bool {
	return s.BurstFor > 0 && at >= s.BurstAt && at < s.BurstAt+s.BurstFor
}

// hot is the number of meetings that many tell of at any time.
const hot = 20

// report is one on its way.
type report struct {
	published time.Duration
	// keys are the hot blocking keys of its entries, in order; taken counts how often it
	// was given to a reader.
	keys  []int
	taken int
	done  bool
}

// arrive makes the next report and plans the one after it, by thinning: candidates come at
// the highest rate and are taken with the share that the rate of the moment has of it.
func (r *run) arrive() {
	highest := r.Daily / day.Seconds() * 1.5 * max(1, r.BurstTimes)
	var next func()
	next = func() {
		if r.now >= day {
			return
		}
		if r.random.Float64()*highest < r.rate(r.now) {
			r.publish()
		}
		r.in(seconds(r.random.ExpFloat64()/highest), next)
	}
	r.in(0, next)
}

// publish puts a report into reports.in. While NATS has no leader whoever publishes waits.
func (r *run) publish() {
	one := &report{published: r.now, keys: r.keys()}
	r.stats.arrived++
	if r.Election > 0 && r.now >= r.LostAt && r.now < r.LostAt+r.Election {
		r.in(r.LostAt+r.Election-r.now, func() { r.waitToBeRead(one) })
		return
	}
	r.waitToBeRead(one)
}

// keys draws the hot keys of a report: a few of its entries share one with many others, in
// the manner of Zipf; where a story breaks, most of them the same.
func (r *run) keys() []int {
	var out []int
	share := 0.02
	if r.breaks(r.now) {
		share = r.HotShare
	}
	if r.random.Float64() < share {
		out = append(out, 0)
	}
	for k := 1; k < hot; k++ {
		if r.random.Float64() < 0.05/float64(k) {
			out = append(out, k)
		}
	}
	return out
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
