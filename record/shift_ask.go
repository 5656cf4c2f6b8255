package record

// Shifts gives the shifts that a filter chooses; see Reader.Shifts.
func (l lineLook) Shifts(f Filter) ([]Shift, error) {
	rows, err := l.shiftRows(f)
	if err != nil {
		return nil, err
	}
	return l.shiftsAt(rows)
}

// shiftQuery asks for the positions at which a party has moved. Only positions have that
// mark, so their kind is not asked for, and the mark alone is counted already.
func (l lineLook) shiftQuery(f Filter) (Query, error) {
	f.Kinds = []Kind{Position}
	q, err := l.query(f)
	if err == nil {
		q.All[0] = []Term{{termShift, yes}}
	}
	return q, err
}

// shiftRows gives these positions.
func (l lineLook) shiftRows(f Filter) ([]EntryRow, error) {
	q, err := l.shiftQuery(f)
	if err != nil {
		return nil, err
	}
	return l.store.Entries(q)
}

// shiftsAt gives the shifts to the positions of some rows.
func (l lineLook) shiftsAt(rows []EntryRow) ([]Shift, error) {
	moves, err := l.positions(rows)
	if err != nil {
		return nil, err
	}
	from, err := l.before(moves)
	if err != nil {
		return nil, err
	}
	var out []Shift
	for i, to := range moves {
		if from[i] != nil {
			out = append(out, shiftOf(from[i], to))
		}
	}
	return out, nil
}

// CountShifts gives how many positions there are at which a party has moved, without
// regard to the filter's limit; where that is more than most, it may say only that.
func (l lineLook) CountShifts(f Filter, most int) (Tally, error) {
	q, err := l.shiftQuery(f)
	if err != nil {
		return Tally{}, err
	}
	return l.count(q, most)
}
