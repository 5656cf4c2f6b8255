package neural

// limit is where the approximation of tanh reaches 1.
const limit = 4.97

// Tanh is a rational approximation, a truncated continued fraction (Lambert
// 1770), off by less than 1e-4.
func Tanh(x float32) float32 {
	above, below := ratio(x)
	return above / below
}

// Sigmoid is 1/(1+exp(-x)) by the same approximation.
func Sigmoid(x float32) float32 { return float32(Tanh(float32(x*0.5))*0.5) + 0.5 }

// ratio gives numerator and denominator of tanh. Every product is rounded
// before it is added, so that no compiler fuses the two and all architectures
// agree.
func ratio(x float32) (above, below float32) {
	x = min(max(x, -limit), limit)
	s := float32(x * x)
	above = float32(s*(378+s)) + 17325
	above = float32(s*above) + 135135
	below = float32(s*28) + 3150
	below = float32(s*below) + 62370
	below = float32(s*below) + 135135
	return float32(x * above), below
}
