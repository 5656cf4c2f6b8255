package rapporteur

import (
	"encoding/json"
	"strings"
)

// Text is a string that may be unknown; the empty string is null in JSON.
type Text string

// MarshalJSON writes null for the empty string.
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	if t.plain() {
		return append(append(append(make([]byte, 0, len(t)+2), '"'), t...), '"'), nil
	}
	return json.Marshal(string(t))
}

// plain reports whether a text stands in JSON as it is: ASCII without anything that JSON,
// or HTML around it, writes otherwise.
func (t Text) plain() bool {
	for i := range len(t) {
		if c := t[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

// Date is an EDTF date or interval (ISO 8601-2:2019), the most exact that the
// report supports: 2025-02-18, 2025-02, 2025-02-18/2025-02-19, ../2025-06-30.
// The empty date is unknown, and null in JSON.
type Date string

// Presumed reports whether no words tell the date, 2025-02?: it is the month of the
// report, in which what it tells of is supposed to be.
func (d Date) Presumed() bool { return strings.HasSuffix(string(d), "?") }

// MarshalJSON writes null for the unknown date.
func (d Date) MarshalJSON() ([]byte, error) { return Text(d).MarshalJSON() }
