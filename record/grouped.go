package record

import "slices"

// candidatesMost is how many owners of one key are looked at: half of them the first, half
// the last. More have one in a few days where thousands of texts are nearly one, and one
// of their group brings all of it.
const candidatesMost = 64

func candidates(owners []int64) []int64 {
	if len(owners) <= candidatesMost {
		return owners
	}
	return slices.Concat(owners[:candidatesMost/2], owners[len(owners)-candidatesMost/2:])
}

// group is the name of a group of one way in which reports belong together.
type group struct {
	of   Grouping
	name string
}

// grouped gives the reports of a group, asked of the store once in a change.
func (b versions) grouped(of Grouping, name string) ([]*ReportRow, error) {
	at := group{of, name}
	if rows, known := b.groups[at]; known {
		return rows, nil
	}
	rows, err := b.tx.Group(of, name)
	if err != nil {
		return nil, err
	}
	b.groups[at] = b.keep(rows)
	return b.groups[at], nil
}

// regrouped remembers who is in a group now.
func (b versions) regrouped(at group, all []*ReportRow) {
	if at.name != "" {
		b.groups[at] = all
	}
}
