package service_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"runtime"
	"runtime/debug"
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
// double size, from the bytes to the printed record, and gives the ratio of the times
// that the process had of a processor (medians of five), the exponent of growth, and the
// ratios of the bytes taken from the heap and of the heap at its largest. A shape that
// grows faster than n log n fails, in time or in memory, as does one that is refused;
// the last lines name them.
//
//	go test -run '^$' -bench Growth -benchtime 1x ./service
func BenchmarkGrowth(b *testing.B) {
	reader, err := reading.Load()
	if err != nil {
		b.Fatal(err)
	}
	var steep []string
	for _, s := range shapes() {
		over := ""
		measured := b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				once, twice := s.measure(b, reader)
				over = once.report(b, twice)
			}
		})
		switch {
		case !measured:
			steep = append(steep, s.name+": refused")
		case over != "":
			steep = append(steep, s.name+": "+over)
		}
	}
	for _, s := range steep {
		b.Errorf("more than ×%.1f at double size: %s", steepest, s)
	}
}

// cost is what reading a report of one size takes.
type cost struct {
	time time.Duration
	// bytes are all that were taken from the heap, peak is the most that it held.
	bytes, peak float64
}

// Below these a ratio says nothing.
const (
	shortest = 20 * time.Millisecond
	smallest = 32 << 20
)

// report reports how the cost grows to that of double size, and says what grows too fast.
func (c cost) report(b *testing.B, twice cost) (over string) {
	ratio := func(unit string, once, twice, least float64) {
		b.ReportMetric(twice/once, "×"+unit)
		if twice > once*steepest && twice > least {
			over += fmt.Sprintf("×%.2f %s ", twice/once, unit)
		}
	}
	ratio("time", c.time.Seconds(), twice.time.Seconds(), shortest.Seconds())
	ratio("bytes", c.bytes, twice.bytes, smallest)
	ratio("peak", max(c.peak, 1), twice.peak, smallest)
	b.ReportMetric(math.Log2(twice.time.Seconds()/c.time.Seconds()), "exponent")
	b.ReportMetric(float64(twice.time.Milliseconds()), "ms/double")
	b.ReportMetric(twice.peak/(1<<20), "MiB/double")
	return over
}

// rounds is how often each size is read; the median counts.
var rounds = flag.Int("rounds", 5, "readings of each size of a shape")

// measure gives what a shape takes, once and at double size. Times are the medians of
// some readings, in turns so that both see the same machine.
func (s shape) measure(b *testing.B, reader *reading.Reader) (once, twice cost) {
	small, large := s.make(s.size), s.make(2*s.size)
	once, twice = space(b, reader, small), space(b, reader, large)
	var first, second []time.Duration
	for range *rounds {
		first = append(first, timed(b, reader, small))
		second = append(second, timed(b, reader, large))
	}
	slices.Sort(first)
	slices.Sort(second)
	once.time, twice.time = first[len(first)/2], second[len(second)/2]
	return once, twice
}

// timed is how much time of a processor a report takes from its bytes to its record
// in JSON and text. The heap is swept before and not while: what it costs to collect
// depends on what else it holds, and space measures what is taken from it.
func timed(b *testing.B, reader *reading.Reader, text string) time.Duration {
	b.Helper()
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	start := processTime()
	readThrough(b, reader, text)
	return processTime() - start
}

func readThrough(b *testing.B, reader *reading.Reader, text string) {
	b.Helper()
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
