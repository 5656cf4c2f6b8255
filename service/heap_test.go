package service_test

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"rapporteur/reading"
)

// space gives what reading a report takes from the heap in all, and how much larger
// than before the heap was when it was largest. It is swept often meanwhile, so that
// little of what is counted is waste.
func space(b *testing.B, reader *reading.Reader, text string) cost {
	b.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	runtime.GC()
	taken, held := heap()
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() { peak <- largest(stop) }()
	readThrough(b, reader, text)
	after, _ := heap()
	close(stop)
	return cost{bytes: float64(after - taken), peak: float64(max(<-peak, held) - held)}
}

// largest looks at the heap until it is stopped and gives the most that it held.
func largest(stop <-chan struct{}) (most uint64) {
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		_, held := heap()
		most = max(most, held)
		select {
		case <-stop:
			return most
		case <-tick.C:
		}
	}
}

// heap gives the bytes that were taken from the heap so far, and those that it holds.
func heap() (taken, held uint64) {
	samples := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64(), samples[1].Value.Uint64()
}
