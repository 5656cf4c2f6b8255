package archive

import (
	"context"
	"fmt"

	"rapporteur"
)

// Item is a report that has not been opened, or what is wrong in its place.
type Item struct {
	// Name is that of the file and the place in it.
	Name string
	// Next is where the item behind it begins.
	Next Position
	// Read is how many bytes of the file were read for it and all before it.
	Read int64
	Open func(context.Context) (*rapporteur.Report, error)
}

// Position is a place in a file at which reading can begin. The zero value is the
// beginning.
type Position struct {
	// Member is how many members of a ZIP come before.
	Member int
	// Offset is in bytes: of a record of a web archive in its file, of a row or a line in
	// the text of it, unpacked.
	Offset int64
	// Record is how many records or rows come before, in a web archive in the same member
	// of gzip.
	Record int
}

// String writes a position down so that Parse reads it.
func (p Position) String() string { return fmt.Sprintf("%d.%d.%d", p.Member, p.Offset, p.Record) }

// ParsePosition reads what String wrote.
func ParsePosition(text string) (p Position, err error) {
	if n, err := fmt.Sscanf(text, "%d.%d.%d", &p.Member, &p.Offset, &p.Record); err != nil || n != 3 || p.Member < 0 || p.Offset < 0 || p.Record < 0 {
		return Position{}, fmt.Errorf("%q is no position in an archive", text)
	}
	return p, nil
}

// failing gives an item in whose place something is wrong.
func failing(name string, err error) Item {
	return Item{Name: name, Open: func(context.Context) (*rapporteur.Report, error) { return nil, err }}
}

// wrong makes an error of a file or of a place in it.
func wrong(code rapporteur.Code, name, message string, err error) error {
	return &rapporteur.Error{Code: code, Op: "read " + name, Message: message, Err: err}
}
