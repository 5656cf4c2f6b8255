package neural

// spanningTree finds the best tree over the words of a sentence: every word
// has one head, one word hangs on the root (Chu & Liu 1965, Edmonds 1967). Its
// memory is reused.
type spanningTree struct {
	// heads of the words 1 to n, 0 for the root.
	heads []int32
	n     int
	// score of head h for dependent d is scores[d*(n+1)+h].
	scores []int64
	// live are the nodes that no cycle has swallowed.
	live  []int32
	mark  []int32
	rings []ring
	// members of all rings, entering and leaving arcs of all rings, one after
	// the other.
	members, memberHeads, enter, leave []int32
}

// ring is a cycle that was made one node, its first member.
type ring struct{ first, last, arcs int }

// single is added to the score of hanging on the root, so that the best tree
// has one word there and no more.
const single = -(1 << 40)

// solve finds the heads of n words; scores has a row of stride columns for
// each, the root in column 0.
func (t *spanningTree) solve(scores []int32, n, stride int) {
	t.n = n
	t.heads = grown(t.heads, n+1)
	t.mark = grown(t.mark, n+1)
	if t.greedy(scores, stride) {
		return
	}
	t.prepare(scores, stride)
	for t.choose(); t.contract(); t.choose() {
	}
	t.expand()
}

// greedy takes the best head of each word and reports whether that is a tree,
// as it mostly is.
func (t *spanningTree) greedy(scores []int32, stride int) bool {
	roots := 0
	t.heads[0] = 0
	for d := 1; d <= t.n; d++ {
		row := scores[(d-1)*stride:][:t.n+1]
		at, highest := 0, row[0]
		for h, s := range row {
			if s > highest && h != d {
				at, highest = h, s
			}
		}
		if t.heads[d] = int32(at); at == 0 {
			roots++
		}
	}
	return roots == 1 && t.cycle(t.n+1, func(i int) int32 { return int32(i) }) == 0
}

// prepare copies the scores.
func (t *spanningTree) prepare(scores []int32, stride int) {
	n := t.n + 1
	t.scores = grown(t.scores, n*n)
	t.live = grown(t.live, n)
	for d := range n {
		t.live[d] = int32(d)
		if d == 0 {
			clear(t.scores[:n])
			continue
		}
		for h := range n {
			t.scores[d*n+h] = int64(scores[(d-1)*stride+h])
		}
		t.scores[d*n] += single
	}
	t.rings, t.members, t.memberHeads = t.rings[:0], t.members[:0], t.memberHeads[:0]
	t.enter, t.leave = t.enter[:0], t.leave[:0]
}

// choose gives each live node its best live head.
func (t *spanningTree) choose() {
	n := t.n + 1
	for _, d := range t.live {
		if d == 0 {
			continue
		}
		at := int32(-1)
		for _, h := range t.live {
			if h != d && (at < 0 || t.scores[int(d)*n+int(h)] > t.scores[int(d)*n+int(at)]) {
				at = h
			}
		}
		t.heads[d] = at
	}
}

// cycle gives a node of a cycle, 0 if there is none, among the nodes that node
// names.
func (t *spanningTree) cycle(count int, node func(int) int32) int32 {
	for i := range count {
		t.mark[node(i)] = 0
	}
	t.mark[0] = -1
	for i := range count {
		start := node(i)
		at := start
		for t.mark[at] == 0 {
			t.mark[at] = start
			at = t.heads[at]
		}
		if at != 0 && t.mark[at] == start {
			return at
		}
	}
	return 0
}

// contract makes one node of a cycle and reports whether there was one.
func (t *spanningTree) contract() bool {
	on := t.cycle(len(t.live), func(i int) int32 { return t.live[i] })
	if on == 0 {
		return false
	}
	r := ring{first: len(t.members), arcs: len(t.enter)}
	for at := on; ; {
		t.members, t.memberHeads = append(t.members, at), append(t.memberHeads, t.heads[at])
		if at = t.heads[at]; at == on {
			break
		}
	}
	r.last = len(t.members)
	t.bury(r)
	for range t.n + 1 {
		t.enter, t.leave = append(t.enter, 0), append(t.leave, 0)
	}
	for _, v := range t.live {
		if v != on {
			t.redirect(r, on, v)
		}
	}
	t.rings = append(t.rings, r)
	return true
}

// bury takes all members of a ring but the first off the live nodes.
func (t *spanningTree) bury(r ring) {
	for _, m := range t.members[r.first:r.last] {
		t.mark[m] = -2
	}
	t.mark[t.members[r.first]] = 0
	kept := t.live[:0]
	for _, v := range t.live {
		if t.mark[v] != -2 {
			kept = append(kept, v)
		}
	}
	t.live = kept
}

// redirect finds the best arcs between a ring, now the node on, and a node
// outside.
func (t *spanningTree) redirect(r ring, on, v int32) {
	n := t.n + 1
	score := func(d, h int32) int64 { return t.scores[int(d)*n+int(h)] }
	members, heads := t.members[r.first:r.last], t.memberHeads[r.first:r.last]
	in, out := 0, 0
	gain := func(i int) int64 { return score(members[i], v) - score(members[i], heads[i]) }
	for i := range members {
		if gain(i) > gain(in) {
			in = i
		}
		if score(v, members[i]) > score(v, members[out]) {
			out = i
		}
	}
	t.enter[r.arcs+int(v)], t.leave[r.arcs+int(v)] = members[in], members[out]
	into, from := gain(in), score(v, members[out])
	t.scores[int(on)*n+int(v)], t.scores[int(v)*n+int(on)] = into, from
}

// expand opens the rings again, the last one first.
func (t *spanningTree) expand() {
	for i := len(t.rings) - 1; i >= 0; i-- {
		r := t.rings[i]
		on := t.members[r.first]
		head := t.heads[on]
		entered := t.enter[r.arcs+int(head)]
		for v := range t.n + 1 {
			if v != 0 && t.heads[v] == on && !t.member(r, int32(v)) {
				t.heads[v] = t.leave[r.arcs+v]
			}
		}
		for j, m := range t.members[r.first:r.last] {
			t.heads[m] = t.memberHeads[r.first+j]
		}
		t.heads[entered] = head
	}
}

func (t *spanningTree) member(r ring, v int32) bool {
	for _, m := range t.members[r.first:r.last] {
		if m == v {
			return true
		}
	}
	return false
}
