package reading

// rejoin joins meetings that are more likely one than not once all of their mentions are
// known. What was told of one first may have said too little to be known again: mentions
// that the rules found were compared by the rules, and with what stood before them alone.
func (t together) rejoin(l *links, all []cluster) []cluster {
	var out []cluster
	for i := range all {
		g := &all[i]
		into, best := -1, 0.0
		for k := max(0, len(out)-remembered); k < len(out); k++ {
			if contrary(l, &out[k].lead, &g.lead) {
				continue
			}
			if mean := t.mean(l, &out[k], g); mean > best {
				into, best = k, mean
			}
		}
		if into < 0 {
			out = append(out, *g)
			continue
		}
		for m := range g.mentions {
			out[into].join(l, &g.mentions[m])
		}
	}
	return out
}

// mean is how likely two meetings are one on the average of the pairs of their mentions.
func (t together) mean(l *links, a, b *cluster) float64 {
	sum, n := 0.0, 0
	for i := range a.mentions[:min(compared, len(a.mentions))] {
		for k := range b.mentions[:min(compared, len(b.mentions))] {
			m, e := &a.mentions[i], &b.mentions[k]
			if e.trigger < m.trigger {
				m, e = e, m
			}
			sum += t.logit(l, m, e)
			n++
		}
	}
	return sum / float64(n)
}

// contrary reports whether something that is known of two meetings tells them apart, or
// they have fewer than two sides in common.
func contrary(l *links, m, e *meetingMention) bool {
	a, b := sidesOf(l, m), sidesOf(l, e)
	shared := 0
	for s := range b {
		if a[s] {
			shared++
		}
	}
	switch {
	case shared < 2, (m.kind == "call") != (e.kind == "call"):
		return true
	case m.date != "" && e.date != "" && !compatible(m.date, e.date):
		return true
	case m.place != nil && e.place != nil && !samePlace(m.place, e.place):
		return true
	}
	return otherPersons(l, m, e) || otherTime(l, m, e)
}
