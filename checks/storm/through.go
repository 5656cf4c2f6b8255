package main

import (
	"context"
	"math/rand/v2"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/worker"
)

// everything is a filter that leaves nothing out.
var everything = record.Filter{}

// through sends reports through the storm, until so many are on the record and the poison
// is dead. It gives what is dead.
func (p *plan) through(ctx context.Context, s *storm, good, poison []*rapporteur.Report, n int) (dead []worker.Dead, err error) {
	began := time.Now()
	if err := s.begin(); err != nil {
		return nil, err
	}
	raging, calm := context.WithCancel(ctx)
	raged := make(chan error, 1)
	go func() { raged <- s.rage(raging) }()
	q, end, err := s.queue(ctx)
	if err == nil {
		defer end()
		if err = s.publish(ctx, q, mixed(p.seed, good, poison)); err == nil {
			err = s.settled(ctx, q, n, len(poison))
		}
	}
	calm()
	if failed := <-raged; err == nil {
		err = failed
	}
	took := time.Since(began)
	if err == nil {
		dead, err = patiently(ctx, func() ([]worker.Dead, error) { return q.Dead(ctx, 0) })
	}
	if ended := s.end(); err == nil {
		err = ended
	}
	s.told("through the storm it took %.1f s, %d processes were killed: %v", took.Seconds(), total(s.kills), s.kills)
	return dead, err
}

func total(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// mixed puts poison between reports.
func mixed(seed uint64, good, poison []*rapporteur.Report) []*rapporteur.Report {
	out := append(append([]*rapporteur.Report{}, good...), poison...)
	rand.New(rand.NewPCG(seed, 2)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
