package rules

import (
	"rapporteur"
	"rapporteur/frames"
)

// day is a date that words of the text tell, themselves or counted from another:
// "three days after they met".
type day struct {
	// token is one of the words, offset the days between.
	token, offset int
	// value is what it comes to, empty for none.
	value rapporteur.Date
}

// known reports whether there is a date.
func (d day) known() bool { return d.value != "" }

// after moves a day; what is no day stays unknown.
func (d day) after(days int) day {
	if d.value = frames.Shift(d.value, days); !d.known() {
		return day{}
	}
	d.offset += days
	return d
}
