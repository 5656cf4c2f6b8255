package main

import (
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"
)

// wait is one request: what was asked for, how long it took to the last byte, how many
// bytes came, and whether it was answered.
type wait struct {
	of     string
	took   time.Duration
	bytes  int64
	failed string
}

// patience is how long a reader waits at most.
const patience = 30 * time.Second

// read lets some readers read for a while and gives what each request took.
func read(ctx context.Context, base string, all []*address, readers int, lasting, pause time.Duration) []wait {
	ctx, cancel := context.WithTimeout(ctx, lasting)
	defer cancel()
	client := &http.Client{Timeout: patience, Transport: &http.Transport{MaxIdleConnsPerHost: readers, MaxConnsPerHost: 0},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer client.CloseIdleConnections()
	each := make([][]wait, readers)
	var done sync.WaitGroup
	for n := range readers {
		done.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(n)))
			rest := func(most time.Duration) {
				if most <= 0 {
					return
				}
				select {
				case <-time.After(rand.N(most) + most/2):
				case <-ctx.Done():
				}
			}
			if pause > 0 { // they do not all come at the stroke of a clock
				rest(pause)
			}
			for ctx.Err() == nil {
				at := pick(random, all)
				each[n] = append(each[n], ask(client, base, at.of, at.path(random)))
				rest(pause)
			}
		})
	}
	done.Wait()
	var out []wait
	for _, some := range each {
		out = append(out, some...)
	}
	return out
}

// ask asks for one page, as a browser does that takes what is packed. What is begun is
// waited for.
func ask(client *http.Client, base, of, path string) (w wait) {
	w.of = of
	start := time.Now()
	defer func() { w.took = time.Since(start) }()
	r, err := http.NewRequest(http.MethodGet, base+path, nil)
	if err != nil {
		w.failed = err.Error()
		return w
	}
	r.Header.Set("Accept-Encoding", "gzip")
	a, err := client.Do(r)
	if err != nil {
		w.failed = err.Error()
		return w
	}
	defer func() { _ = a.Body.Close() }()
	w.bytes, err = io.Copy(io.Discard, a.Body)
	switch {
	case err != nil:
		w.failed = err.Error()
	case a.StatusCode != http.StatusOK:
		w.failed = path + ": " + a.Status
	}
	return w
}
