package neural

import (
	"math/rand/v2"
	"testing"
)

// TestSpanningTreeIsTheBest compares with all trees of small sentences.
func TestSpanningTreeIsTheBest(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var tree spanningTree
	for range 3000 {
		n := 1 + r.IntN(5)
		stride := Padded(n + 1)
		scores := make([]int32, n*stride)
		for i := range scores {
			scores[i] = int32(r.IntN(100))
		}
		tree.solve(scores, n, stride)
		if !isTree(tree.heads, n) {
			t.Fatalf("%v is no tree with one root", tree.heads)
		}
		if got, want := total(scores, tree.heads, n, stride), bestTotal(scores, n, stride); got != want {
			t.Fatalf("tree %v of %d words scores %d, the best %d", tree.heads, n, got, want)
		}
	}
}

func TestSpanningTreeOfManyWords(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var tree spanningTree
	for n := 10; n < 250; n += 17 {
		stride := Padded(n + 1)
		scores := make([]int32, n*stride)
		for i := range scores {
			scores[i] = int32(r.IntN(100))
		}
		if tree.solve(scores, n, stride); !isTree(tree.heads, n) {
			t.Fatalf("%d words: no tree with one root", n)
		}
	}
}

func isTree(heads []int32, n int) bool {
	roots := 0
	for d := 1; d <= n; d++ {
		if heads[d] == 0 {
			roots++
		}
		steps, at := 0, int32(d)
		for ; at != 0 && steps <= n; steps++ {
			at = heads[at]
		}
		if at != 0 {
			return false
		}
	}
	return roots == 1
}

func total(scores []int32, heads []int32, n, stride int) int {
	sum := 0
	for d := 1; d <= n; d++ {
		sum += int(scores[(d-1)*stride+int(heads[d])])
	}
	return sum
}

func bestTotal(scores []int32, n, stride int) int {
	heads, highest := make([]int32, n+1), -1
	var try func(d int)
	try = func(d int) {
		if d > n {
			if isTree(heads, n) {
				highest = max(highest, total(scores, heads, n, stride))
			}
			return
		}
		for h := range n + 1 {
			heads[d] = int32(h)
			try(d + 1)
		}
	}
	try(1)
	return highest
}
