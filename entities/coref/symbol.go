package coref

// symbol is a word or a value of a feature, with its hash.
type symbol struct {
	hash uint64
	text string
}

// symbolOf hashes a text by FNV-1a.
func symbolOf(text string) symbol {
	h := uint64(14695981039346656037)
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return symbol{h, text}
}

func symbolsOf(texts ...string) []symbol {
	all := make([]symbol, len(texts))
	for i, t := range texts {
		all[i] = symbolOf(t)
	}
	return all
}

// mix joins the hashes of the parts of a feature, in their order.
func mix(template, a, b, c uint64) uint64 {
	h := template
	for _, part := range [...]uint64{a, b, c} {
		h = (h ^ part) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return h
}
