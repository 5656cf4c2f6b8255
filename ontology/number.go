package ontology

import (
	"fmt"
	"strconv"

	"rapporteur/table"
)

// number reads a cell that holds a number or nothing.
func number(row table.Row, column string) (float64, error) {
	cell := row.Get(column)
	if cell == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return 0, fmt.Errorf("%w; give a number in column %s", row.Errorf("%q is no number", cell), column)
	}
	return v, nil
}
