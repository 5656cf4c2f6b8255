package record

// linked reports whether two pieces belong together: they share a key and the
// test says so, or a person did.
func linked(a, b *piece) bool {
	if len(a.of) == 0 && len(b.of) == 0 && !meet(a.blocking, b.blocking) {
		return false // which is most pairs, and soon known
	}
	v := same(a, b)
	return v.same && (v.rule == byPerson || meet(a.blocking, b.blocking))
}

// meet reports whether two rising lists have a value in common.
func meet(a, b []uint64) bool {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			return true
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return false
}

// components gives the connected components of pieces, each in the order given,
// that of the first piece first.
func components(pieces []*piece) [][]*piece {
	part := make([]int, len(pieces))
	for i := range part {
		part[i] = i
	}
	for i, a := range pieces {
		for k := range i {
			if part[i] != part[k] && linked(a, pieces[k]) {
				rename(part, max(part[i], part[k]), min(part[i], part[k]))
			}
		}
	}
	at := map[int]int{}
	var out [][]*piece
	for i, p := range pieces {
		k, ok := at[part[i]]
		if !ok {
			k = len(out)
			at[part[i]] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], p)
	}
	return out
}

func rename(part []int, from, to int) {
	for i := range part {
		if part[i] == from {
			part[i] = to
		}
	}
}
