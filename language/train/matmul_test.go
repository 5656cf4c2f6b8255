package train

import (
	"math"
	"math/rand/v2"
	"testing"
)

func randomMatrix(r *rand.Rand, rows, columns int) matrix {
	m := matrix{rows, columns, make([]float32, rows*columns)}
	for i := range m.values {
		m.values[i] = float32(r.NormFloat64())
	}
	return m
}

func TestMultiplyAgreesWithPortable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 1, 16}, {7, 5, 16}, {64, 33, 48}, {13, 128, 512}} {
		a, b := randomMatrix(r, size[0], size[1]), randomMatrix(r, size[1], size[2])
		got := randomMatrix(r, size[0], size[2])
		want := matrix{got.rows, got.columns, append([]float32(nil), got.values...)}
		multiply(got, a.view(), pack(b, packed{}))
		multiplyPortable(want, a.view(), pack(b, packed{}))
		for i := range got.values {
			if math.Abs(float64(got.values[i]-want.values[i])) > 1e-3 {
				t.Fatalf("%v: element %d is %g, want %g", size, i, got.values[i], want.values[i])
			}
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, w := randomMatrix(r, 700, 256), pack(randomMatrix(r, 256, 512), packed{})
	out := matrix{700, 512, make([]float32, 700*512)}
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			multiply(out, x.view(), w)
		}
		b.ReportMetric(float64(b.N)*700*256*512/b.Elapsed().Seconds()/1e9, "GMAC/s")
	})
	g, dy := matrix{256, 512, make([]float32, 256*512)}, pack(randomMatrix(r, 700, 512), packed{})
	b.Run("gradient", func(b *testing.B) {
		for b.Loop() {
			multiply(g, x.transposed(), dy)
		}
		b.ReportMetric(float64(b.N)*700*256*512/b.Elapsed().Seconds()/1e9, "GMAC/s")
	})
}
