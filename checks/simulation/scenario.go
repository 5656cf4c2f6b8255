package main

import "time"

// Costs are what steps take on one core of the machine of docs/performance.md.
type Costs struct {
	// Read is the mean of reading one report, and Tail how much longer the slowest
	// hundredth takes: live blogs and books.
	Read time.Duration
	Tail float64
	// Write is what one report adds to a transaction, Commit what every one takes, the
	// disk included.
	Write, Commit time.Duration
}

// measured are costs of real reports of 4.8 kB.
func measured() Costs {
	return Costs{Read: 55 * time.Millisecond, Tail: 30, Write: 6 * time.Millisecond, Commit: 8 * time.Millisecond}
}

// Scenario is a day.
type Scenario struct {
	Name string
	// Daily is the number of reports a day.
	Daily float64
	// Readers take part in reading, Recorders of them in recording; Zones share them.
	Readers, Recorders, Zones int
	// Skew is the standard deviation of the logarithm of hosts' speeds.
	Skew float64
	// Batch is the most that a recorder takes at once; ReadLimit how many readings may wait.
	Batch, ReadLimit int
	// Redeliver is how long nobody may be heard of a report in hand.
	Redeliver time.Duration
	// BurstAt is when a story breaks; for BurstFor the rate is BurstTimes what it is, and
	// HotShare of the reports then tell of one meeting.
	BurstAt, BurstFor time.Duration
	BurstTimes        float64
	HotShare          float64
	// LostAt is when a zone is lost, for LostFor; nothing is published for Election then,
	// while NATS chooses another leader.
	LostAt, LostFor, Election time.Duration
	// Held is the last share of a transaction for which it holds its keys, 1 for all of it.
	Held float64
	// Apart gives reports of the hottest key to a recorder of their own.
	Apart bool
	Costs
	Seed uint64
}

// day is how long a scenario lasts; what waits at its end is worked off.
const day = 24 * time.Hour

// million is the day that the issue of scale is about.
func million() Scenario {
	return Scenario{Daily: 1e6, Readers: 200, Recorders: 200, Zones: 3, Skew: 0.5, Batch: 16, ReadLimit: 5000, Redeliver: 30 * time.Second,
		HotShare: 0.02, Held: 1, Costs: measured(), Seed: 1}
}

// with changes a scenario.
func with(name string, changes ...func(*Scenario)) Scenario {
	s := million()
	s.Name = name
	for _, c := range changes {
		c(&s)
	}
	return s
}

func recorders(n int) func(*Scenario) { return func(s *Scenario) { s.Recorders = n } }
func readers(n int) func(*Scenario) {
	return func(s *Scenario) { s.Readers, s.Recorders = n, min(n, s.Recorders) }
}
func daily(n float64) func(*Scenario) { return func(s *Scenario) { s.Daily = n } }
func batch(n int) func(*Scenario)     { return func(s *Scenario) { s.Batch = n } }

// breaking is a story that breaks at eleven: for half an hour twenty times the reports, four
// in ten of them of one meeting.
func breaking(s *Scenario) {
	s.BurstAt, s.BurstFor, s.BurstTimes, s.HotShare = 11*time.Hour, 30*time.Minute, 20, 0.4
}

// lost is a zone that is lost at the busiest hour for twenty minutes.
func lost(s *Scenario) { s.LostAt, s.LostFor, s.Election = 14*time.Hour, 20*time.Minute, 8*time.Second }

// late takes the keys when all but a fifth of a transaction is done.
func late(s *Scenario) { s.Held = 0.2 }

// apart gives the reports of the hottest key to one recorder.
func apart(s *Scenario) { s.Apart = true }

// skewed are hosts of which the slowest are eight times as slow as the fastest.
func skewed(s *Scenario) { s.Skew = 1 }

// scenarios are the tables of docs/scale.md.
func scenarios() []Scenario {
	return []Scenario{
		with("200 workers, all record"),
		with("200 workers, 4 record", recorders(4)),
		with("200 workers, 1 records", recorders(1)),
		with("20 workers, 4 record", readers(20), recorders(4)),
		with("20 workers on uneven hosts", readers(20), recorders(4), skewed),
		with("5 workers, 1 records", readers(5), recorders(1)),
		with("2 workers, 1 records", readers(2), recorders(1)),
		with("200 workers, a zone lost", recorders(4), lost),
		with("5 workers, a zone lost", readers(5), recorders(1), lost),
		with("a story breaks, 200 record", breaking),
		with("a story breaks, 16 record", recorders(16), breaking),
		with("a story breaks, 4 record", recorders(4), breaking),
		with("a story breaks, 1 records", recorders(1), breaking),
		with("… 4 record, batches of 64", recorders(4), batch(64), breaking),
		with("… 4 record, the story to one of them", recorders(4), breaking, apart),
		with("… 4 record, keys held for a fifth", recorders(4), breaking, late),
		with("… 16 record, keys held for a fifth", recorders(16), breaking, late),
		with("… 16 record, both", recorders(16), breaking, late, apart),
		with("ten million, 1 records", daily(1e7), recorders(1)),
		with("ten million, 4 record", daily(1e7), recorders(4)),
		with("ten million, 16 record, a zone lost", daily(1e7), recorders(16), lost),
	}
}
