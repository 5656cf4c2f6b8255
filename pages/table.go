package pages

// table is what the part "table" shows.
type table struct {
	// Caption says to a screen reader what is in it.
	Caption string
	Columns []column
	Rows    []row
	// None is said where there are no rows.
	None string
}

// column has a heading and how its cells look: day, count, main or nothing.
type column struct{ Name, Look string }

type row struct {
	// Entry is the id of the entry that the row is of: its evidence can be opened.
	Entry string
	Cells []cell
}

// cell is a place in a table; its parts stand beside each other.
type cell []part

// part is a piece of a cell. Its words are isolated, as they may run from right to left.
type part struct {
	Text string
	// To is where it leads, Entry the id of an entry whose evidence it opens instead.
	To, Entry string
	// Look is how it looks: tag, quiet, quote, strong, doubt, or nothing.
	Look string
	// Title is said of it on asking.
	Title string
	// Then stands behind it: a comma between names.
	Then string
}

// words are a part without anything else, no part where there are none.
func words(text string) cell {
	if text == "" {
		return nil
	}
	return cell{{Text: text}}
}
