package main

import (
	"math"
	"math/rand/v2"
	"time"
)

// run is a scenario while it happens.
type run struct {
	Scenario
	calendar
	random *rand.Rand
	// toRead and toRecord wait; idle are readers and recorders that do.
	toRead, toRecord []*report
	readers          []*host
	idleReaders      []*host
	idleRecorders    int
	// storyAtWork says that a recorder has reports of the hottest key.
	storyAtWork bool
	// holding are readers that wait until there is room in reports.read.
	holding []held
	locks   map[int]*lock
	stats   stats
}

// host runs one reader.
type host struct {
	speed float64
	zone  int
	// lost says that its zone is away, and counts how often it was.
	lost int
	away bool
}

// held is a reader with a reading in hand.
type held struct {
	host *host
	one  *report
	lost int
}

// simulate lets a day happen.
func simulate(s Scenario) *stats {
	r := &run{Scenario: s, random: rand.New(rand.NewPCG(s.Seed, 99)), locks: map[int]*lock{}, idleRecorders: s.Recorders}
	for i := range s.Readers {
		h := &host{speed: math.Exp(s.Skew * r.random.NormFloat64()), zone: i % max(1, s.Zones)}
		r.readers, r.idleReaders = append(r.readers, h), append(r.idleReaders, h)
	}
	if s.LostFor > 0 {
		r.in(s.LostAt, r.lose)
		r.in(s.LostAt+s.LostFor, r.comeBack)
	}
	r.arrive()
	r.run()
	return &r.stats
}

// waitToBeRead puts a report into reports.in.
func (r *run) waitToBeRead(one *report) {
	r.toRead = append(r.toRead, one)
	r.stats.mostToRead = max(r.stats.mostToRead, len(r.toRead))
	r.readNext()
}

// readNext gives reports to readers that are idle, any of them.
func (r *run) readNext() {
	for len(r.toRead) > 0 && len(r.idleReaders) > 0 {
		i := r.random.IntN(len(r.idleReaders))
		h, last := r.idleReaders[i], len(r.idleReaders)-1
		r.idleReaders[i], r.idleReaders = r.idleReaders[last], r.idleReaders[:last]
		one := r.toRead[0]
		r.toRead = r.toRead[1:]
		r.read(h, one)
	}
}

// read lets a reader read a report. Where its zone is lost meanwhile, the report comes
// again when its time is up.
func (r *run) read(h *host, one *report) {
	lost := h.lost
	one.taken++
	if one.taken > 1 {
		r.stats.again++
	}
	took := seconds(r.readingTime() / h.speed)
	r.stats.reading += took
	r.in(took, func() {
		if h.lost != lost {
			r.in(r.Redeliver, func() { r.waitToBeRead(one) })
			return
		}
		r.passOn(held{h, one, lost})
	})
}

// readingTime draws how many seconds a report takes on a host of usual speed: mostly near
// the mean, one in a hundred Tail times as long.
func (r *run) readingTime() float64 {
	const spread = 0.6
	usual := r.Read.Seconds() / (1 + 0.01*(r.Tail-1))
	t := usual * math.Exp(spread*r.random.NormFloat64()-spread*spread/2)
	if r.random.IntN(100) == 0 {
		t *= r.Tail
	}
	return t
}

// passOn puts a reading into reports.read, or waits for room.
func (r *run) passOn(h held) {
	if len(r.toRecord) >= r.ReadLimit {
		r.holding = append(r.holding, h)
		r.stats.held++
		return
	}
	r.toRecord = append(r.toRecord, h.one)
	r.stats.mostToRecord = max(r.stats.mostToRecord, len(r.toRecord))
	if h.host.lost == h.lost && !h.host.away {
		r.idleReaders = append(r.idleReaders, h.host)
	}
	r.recordNext()
	r.readNext()
}

// lose takes a zone away.
func (r *run) lose() {
	for _, h := range r.readers {
		if h.zone == 0 {
			h.lost++
			h.away = true
		}
	}
	kept := r.idleReaders[:0]
	for _, h := range r.idleReaders {
		if !h.away {
			kept = append(kept, h)
		}
	}
	r.idleReaders = kept
}

// comeBack brings it back, with nothing in hand.
func (r *run) comeBack() {
	for _, h := range r.readers {
		if h.away {
			h.away = false
			r.idleReaders = append(r.idleReaders, h)
		}
	}
	r.readNext()
}

// free lets readers go that waited for room.
func (r *run) free() {
	for len(r.holding) > 0 && len(r.toRecord) < r.ReadLimit {
		h := r.holding[0]
		r.holding = r.holding[1:]
		r.passOn(h)
	}
}

// since is how long ago something was.
func (r *run) since(t time.Duration) time.Duration { return r.now - t }
