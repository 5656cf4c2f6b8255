package neural

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func randomWeights(r *rand.Rand, in, out int) *weights {
	w := &weights{in: in, out: out, scale: make([]float32, out), bias: make([]float32, out)}
	w.pack(func(int, int) int16 { return int16(r.IntN(255) - 127) })
	for j := range w.scale {
		w.scale[j], w.bias[j] = r.Float32()*1e-5, float32(r.NormFloat64())
	}
	return w
}

func randomRows(r *rand.Rand, n int) []int16 {
	a := make([]int16, n)
	for i := range a {
		a[i] = int16(r.IntN(1<<15) - 1<<14)
	}
	return a
}

func TestKernelsGiveTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	fast, plain := fastest(), portable()
	for _, rows := range []int{1, 2, 3, 5, 6, 7, 49} {
		w := randomWeights(r, 30, 64)
		a := randomRows(r, rows*w.in)
		got, want := make([]int32, rows*w.out), make([]int32, rows*w.out)
		fast.multiply(got, a, rows, w)
		plain.multiply(want, a, rows, w)
		if !slices.Equal(got, want) {
			t.Fatalf("%d rows: products differ", rows)
		}
		gotValues, wantValues := make([]float32, rows*w.out), make([]float32, rows*w.out)
		fast.project(gotValues, a, rows, w)
		plain.project(wantValues, a, rows, w)
		if !slices.Equal(gotValues, wantValues) {
			t.Fatalf("scaled values differ: %v, want %v", gotValues, wantValues)
		}
		gotFixed, wantFixed := make([]int16, rows*w.out), make([]int16, rows*w.out)
		for _, f := range []Format{OutputFormat(), VectorFormat(), comparedFormat()} {
			fast.rectify(gotFixed, gotValues, f)
			plain.rectify(wantFixed, gotValues, f)
			if !slices.Equal(gotFixed, wantFixed) {
				t.Fatalf("rectified values differ: %v, want %v", gotFixed, wantFixed)
			}
			fast.fix(gotFixed, gotValues, f)
			plain.fix(wantFixed, gotValues, f)
			if !slices.Equal(gotFixed, wantFixed) {
				t.Fatalf("fixed values differ: %v, want %v", gotFixed, wantFixed)
			}
		}
		row := []int8{127, -127, 1, 0, -3, 5, 88, -90, 7, 7, 7, 7, -1, -2, -3, -4}
		fast.add(gotValues[:16], row, 0.37)
		plain.add(wantValues[:16], row, 0.37)
		if !slices.Equal(gotValues, wantValues) {
			t.Fatalf("values added to differ: %v, want %v", gotValues, wantValues)
		}
		testCells(t, r, fast, plain)
	}
}

func testCells(t *testing.T, r *rand.Rand, fast, plain kernel) {
	const h = 32
	w := randomWeights(r, 2, 4*h)
	sums := make([]int32, 4*h)
	for i := range sums {
		sums[i] = int32(r.IntN(1<<21) - 1<<20)
	}
	gotCell := make([]float32, h)
	for i := range gotCell {
		gotCell[i] = float32(r.NormFloat64())
	}
	wantCell := slices.Clone(gotCell)
	got, want := make([]int16, h), make([]int16, h)
	fast.cell(got, gotCell, sums, w.scale, w.bias)
	plain.cell(want, wantCell, sums, w.scale, w.bias)
	if !slices.Equal(got, want) || !slices.Equal(gotCell, wantCell) {
		t.Fatalf("cells differ: %v, want %v", got, want)
	}
}

func TestTanh(t *testing.T) {
	for x := -8.0; x < 8; x += 0.01 {
		if d := math.Abs(float64(Tanh(float32(x))) - math.Tanh(x)); d > 1e-4 {
			t.Errorf("tanh(%g) is off by %g", x, d)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	k, w := fastest(), randomWeights(r, 256, 1024)
	a, out := randomRows(r, 800*w.in), make([]int32, 800*w.out)
	for b.Loop() {
		k.multiply(out, a, 800, w)
	}
	b.ReportMetric(float64(b.N)*800*256*1024/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkCell(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	const h = 128
	k, w := fastest(), randomWeights(r, 2, 4*h)
	sums, cell, out := make([]int32, 4*h), make([]float32, h), make([]int16, h)
	for b.Loop() {
		k.cell(out, cell, sums, w.scale, w.bias)
	}
}
