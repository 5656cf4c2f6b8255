package reading

import "math"

// Costs of what sentences may be to one another (Gale and Church 1993, table 5): minus the
// logarithm of how often one is translated by one, left out or added, two by one, two by
// two.
const (
	oneToOne = 0.12
	oneToNil = 5.3
	twoToOne = 3.1
	twoToTwo = 4.5
	// spread is the variance of the length of a translation for each letter.
	spread = 6.8
)

// beads are what is tried: so many sentences of the translation for so many originals.
var beads = []struct {
	translated, original int
	cost                 float64
}{{1, 1, oneToOne}, {2, 1, twoToOne}, {1, 2, twoToOne}, {2, 2, twoToTwo}, {1, 0, oneToNil}, {0, 1, oneToNil}}

// aligned gives for each sentence of a translation the run of the original that it
// translates, by their lengths alone, with the program of Gale and Church (1993).
func aligned(translated, original [][2]int) [][2]int {
	n, m := len(translated), len(original)
	out := make([][2]int, n)
	if n == 0 || m == 0 {
		return out
	}
	ratio := float64(lengthOf(original)) / float64(max(lengthOf(translated), 1))
	cost, from := make([][]float64, n+1), make([][]int, n+1)
	for i := range cost {
		cost[i], from[i] = make([]float64, m+1), make([]int, m+1)
		for k := range cost[i] {
			cost[i][k] = math.Inf(1)
			if i == 0 && k == 0 {
				cost[i][k] = 0
			}
			for b, bead := range beads {
				p, q := i-bead.translated, k-bead.original
				if p < 0 || q < 0 || math.IsInf(cost[p][q], 1) {
					continue
				}
				if c := cost[p][q] + bead.cost + unlike(lengthOf(translated[p:i]), lengthOf(original[q:k]), ratio); c < cost[i][k] {
					cost[i][k], from[i][k] = c, b
				}
			}
		}
	}
	for i, k := n, m; i > 0 || k > 0; {
		bead := beads[from[i][k]]
		p, q := i-bead.translated, k-bead.original
		for s := p; s < i; s++ {
			// What was added stands for the sentence at which it was.
			out[s] = [2]int{original[min(q, m-1)][0], original[max(min(q, m-1), k-1)][1]}
		}
		i, k = p, q
	}
	return out
}

func lengthOf(sentences [][2]int) int {
	n := 0
	for _, s := range sentences {
		n += s[1] - s[0]
	}
	return n
}

// unlike is how much two lengths speak against being translations of one another.
func unlike(translated, original int, ratio float64) float64 {
	if translated == 0 || original == 0 {
		return 0
	}
	mean := (float64(translated)*ratio + float64(original)) / 2
	delta := float64(original) - float64(translated)*ratio
	return delta * delta / (2 * spread * mean)
}
