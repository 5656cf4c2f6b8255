package eval

// ChainMention is a run of words from First to Last (exclusive) that refers to
// something, and the word that governs the others.
type ChainMention struct{ First, Last, Head int }

// Chain is the mentions of one entity, in the order of the text.
type Chain []ChainMention

// pairChains gives each mention of both sides a number, the same one to a gold
// mention and the system's mention that it is matched with: the one with the
// same head and, where several share it as "the envoy" and "the envoy and the
// minister" do, the one whose words differ least. Singletons are left out.
func pairChains(gold, system []Chain) (key, response [][]int) {
	byHead := map[int][]*numbered{}
	n := 0
	for _, c := range gold {
		if len(c) < 2 {
			continue
		}
		var ids []int
		for _, m := range c {
			byHead[m.Head] = append(byHead[m.Head], &numbered{mention: m, id: n})
			ids, n = append(ids, n), n+1
		}
		key = append(key, ids)
	}
	for _, c := range system {
		if len(c) < 2 {
			continue
		}
		var ids []int
		for _, m := range c {
			id := n
			if match := closest(byHead[m.Head], m); match != nil {
				match.taken, id = true, match.id
			} else {
				n++
			}
			ids = append(ids, id)
		}
		response = append(response, ids)
	}
	return key, response
}

// numbered is a gold mention that may be matched once.
type numbered struct {
	mention ChainMention
	id      int
	taken   bool
}

func closest(candidates []*numbered, m ChainMention) *numbered {
	var best *numbered
	least := 0
	for _, c := range candidates {
		if c.taken {
			continue
		}
		shared := min(c.mention.Last, m.Last) - max(c.mention.First, m.First)
		apart := c.mention.Last - c.mention.First + m.Last - m.First - 2*shared
		if best == nil || apart < least {
			best, least = c, apart
		}
	}
	return best
}
