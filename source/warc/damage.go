package warc

import "fmt"

// Damage is what is wrong with one record. Reading can go on.
type Damage struct {
	Position Position
	// Target is the address of what was archived, if it is known.
	Target string
	Err    error
}

func (d *Damage) Error() string {
	if d.Target == "" {
		return fmt.Sprintf("record at %d: %v", d.Position.Offset, d.Err)
	}
	return fmt.Sprintf("record at %d, %s: %v", d.Position.Offset, d.Target, d.Err)
}

func (d *Damage) Unwrap() error { return d.Err }
