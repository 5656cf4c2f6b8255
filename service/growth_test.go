package service_test

import (
	"context"
	"flag"
	"io"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/service"
	"rapporteur/source"
)

// steepest is how many times as long a report of double size may take: twice, a
// little for n log n, a little for what the machine does meanwhile.
const steepest = 2.3

// BenchmarkGrowth reads each of many awkward shapes of text at one size and at
// double size, from the bytes to the printed record, and gives the ratio of the
// times (medians of five) and the exponent of growth. A shape that grows faster than
// n log n fails.
//
//	go test -run '^$' -bench Growth -benchtime 1x ./service
func BenchmarkGrowth(b *testing.B) {
	reader, err := reading.Load()
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range shapes() {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				once, twice := s.measure(b, reader)
				ratio := twice.Seconds() / once.Seconds()
				b.ReportMetric(ratio, "×double")
				b.ReportMetric(math.Log2(ratio), "exponent")
				b.ReportMetric(float64(twice.Milliseconds()), "ms/double")
				b.ReportMetric(allocated(b, reader, s.make(2*s.size))/allocated(b, reader, s.make(s.size)), "×bytes")
				if ratio > steepest && twice > shortest {
					b.Errorf("double size takes %.2f times as long (%v, %v)", ratio, once, twice)
				}
			}
		})
	}
}

// shortest is a time below which a ratio says nothing.
const shortest = 20 * time.Millisecond

// rounds is how often each size is read; the median counts.
var rounds = flag.Int("rounds", 5, "readings of each size of a shape")

// measure gives the medians of some readings of a shape, once and at double size,
// in turns so that both see the same machine.
func (s shape) measure(b *testing.B, reader *reading.Reader) (once, twice time.Duration) {
	small, large := s.make(s.size), s.make(2*s.size)
	var first, second []time.Duration
	for range *rounds {
		first = append(first, timed(b, reader, small))
		second = append(second, timed(b, reader, large))
	}
	slices.Sort(first)
	slices.Sort(second)
	return first[len(first)/2], second[len(second)/2]
}

// timed is how long a report takes from its bytes to its record in JSON and text.
func timed(b *testing.B, reader *reading.Reader, text string) time.Duration {
	b.Helper()
	runtime.GC()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := threadTime()
	report, err := source.Parse("shape", []byte(text), source.Options{Published: "2031-05-06"})
	if err != nil {
		b.Fatalf("refused, so nothing is measured: %v", err)
	}
	read, err := reader.Read(b.Context(), report)
	if err != nil {
		b.Fatal(err)
	}
	if err := export.JSON(io.Discard, read); err != nil {
		b.Fatal(err)
	}
	if err := export.Text(io.Discard, read, export.Plain()); err != nil {
		b.Fatal(err)
	}
	return threadTime() - start
}

// allocated is how many bytes reading a report takes from the heap.
func allocated(b *testing.B, reader *reading.Reader, text string) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	timed(b, reader, text)
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// TestShapes reads every awkward shape at a small size: nothing fails.
func TestShapes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shapes() {
		report, err := source.Parse(s.name, []byte(s.make(s.size/10)), source.Options{})
		if err != nil {
			t.Errorf("%s is refused, so nothing is read: %v", s.name, err)
			continue
		}
		in := slices.Values([]service.Input{{Name: s.name, Open: func(context.Context) (*rapporteur.Report, error) { return report, nil }}})
		for out := range service.Readings(t.Context(), in, 1, reader.Read) {
			if out.Err != nil {
				t.Error(out.Err)
			}
		}
	}
	if n := len(shapes()); n < 60 {
		t.Errorf("%d shapes are too few", n)
	}
}
