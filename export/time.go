package export

import "time"

// AsOf says in a heading that an answer is what the record knew at a past time, which is
// not the same as what the press had by then: that is what --until asks for.
func AsOf(at *time.Time) string {
	return "as the record stood at " + at.Local().Format("2 Jan 2006 15:04")
}
