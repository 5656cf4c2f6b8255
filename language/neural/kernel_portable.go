package neural

import "math"

func multiplyPortable(out []int32, a []int16, rows int, w *weights) {
	for i := range rows {
		x := a[i*w.in:][:w.in]
		for panel := 0; panel < w.out; panel += lane {
			sums := dotPanel(x, w.panels[panel*w.in:][:w.in*lane])
			copy(out[i*w.out+panel:], sums[:])
		}
	}
}

// dotPanel gives the products of a row with the columns of a panel, whose values lie
// in pairs.
func dotPanel(x, pairs []int16) (sums [lane]int32) {
	for k := 0; k+1 < len(x); k += 2 {
		left, right := int32(x[k]), int32(x[k+1])
		for j, p := 0, pairs[k*lane:][:2*lane]; j < lane; j++ {
			sums[j] += left*int32(p[2*j]) + right*int32(p[2*j+1])
		}
	}
	return sums
}

func projectPortable(out []float32, a []int16, rows int, w *weights) {
	for i := range rows {
		x := a[i*w.in:][:w.in]
		for panel := 0; panel < w.out; panel += lane {
			sums := dotPanel(x, w.panels[panel*w.in:][:w.in*lane])
			for j, s := range sums {
				out[i*w.out+panel+j] = float32(float32(s)*w.scale[panel+j]) + w.bias[panel+j]
			}
		}
	}
}

func addPortable(to []float32, values []int8, scale float32) {
	for j, v := range values[:len(to)] {
		to[j] += float32(float32(v) * scale)
	}
}

func rectifyPortable(out []int16, values []float32, f Format) {
	for j, v := range values {
		out[j] = f.of(max(v, float32(v*slope)))
	}
}

func fixPortable(out []int16, values []float32, f Format) {
	for j, v := range values {
		out[j] = f.of(v)
	}
}

// of rounds to the nearest, ties to even.
func (f Format) of(v float32) int16 {
	v = float32(v * f.scale)
	return int16(math.RoundToEven(float64(min(max(v, -f.limit), f.limit))))
}

// cellPortable puts the ratios of the activations together so that a step
// takes two divisions. With a sigmoid as (a+b)/2b of the ratio a/b of a tanh,
// the cell is (fₐ+f_b)·c/2f_b + (iₐ+i_b)·gₐ/2i_b·g_b over one denominator.
func cellPortable(out []int16, cell []float32, sums []int32, scale, input []float32) {
	h, format := len(cell), OutputFormat()
	gate := func(j int) float32 { return float32(float32(sums[j])*scale[j]) + input[j] }
	for j, c := range cell {
		ia, ib := ratio(float32(gate(j) * 0.5))
		fa, fb := ratio(float32(gate(h+j) * 0.5))
		ga, gb := ratio(gate(3*h + j))
		both := float32(ib * gb)
		kept := float32(float32((fa+fb)*c) * both)
		added := float32(float32((ia+ib)*ga) * fb)
		c = (kept + added) / float32(float32(both*fb)*2)
		cell[j] = c
		oa, ob := ratio(float32(gate(2*h+j) * 0.5))
		ca, cb := ratio(c)
		out[j] = format.of(float32((oa+ob)*ca) / float32(float32(ob*cb)*2))
	}
}
