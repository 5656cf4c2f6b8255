package warc

import (
	"strings"
	"time"
)

// Type is what a record is: section 5.5 of ISO 28500:2017.
type Type string

// The types of which pages are made.
const (
	// Response holds what a server answered.
	Response Type = "response"
	// Resource holds a thing without the answer that brought it.
	Resource Type = "resource"
	// Revisit says that a page was as it had been before, and does not hold it.
	Revisit Type = "revisit"
	// Conversion holds another form of what another record holds, such as its text.
	Conversion Type = "conversion"
)

// Field is a named field of a record, or a header of an answer.
type Field struct{ Name, Value string }

// Fields are named fields in their order.
type Fields []Field

// Get gives the value of the first field of a name, in capitals or not.
func (f Fields) Get(name string) string {
	for _, one := range f {
		if strings.EqualFold(one.Name, name) {
			return one.Value
		}
	}
	return ""
}

// Record is one record of an archive.
type Record struct {
	// Position is where it begins.
	Position Position
	// Version is "1.0" or "1.1", or what else it says.
	Version string
	Type    Type
	ID      string
	// Target is the address of what was archived.
	Target string
	// Date is when it was archived, zero where it does not say.
	Date   time.Time
	Fields Fields
	// Size is the length of the block in bytes.
	Size int64
	// Block is nil for a record that was not wanted.
	Block []byte
}

// Position is a place in an archive at which reading can begin.
type Position struct {
	// Offset is that of the record in bytes, in a compressed file that of the member
	// of gzip in which it stands.
	Offset int64
	// Record is how many records stand before it in its member; 0 where, as they
	// should, records are compressed one by one.
	Record int
}

// recordOf makes a record of its fields.
func recordOf(at Position, version string, fields Fields) *Record {
	r := &Record{Position: at, Version: version, Fields: fields, Type: Type(strings.ToLower(fields.Get("WARC-Type"))), ID: fields.Get("WARC-Record-ID")}
	// Version 1.0 has angle brackets around addresses in its grammar and none in its
	// examples; writers follow either.
	r.Target = strings.Trim(fields.Get("WARC-Target-URI"), "<> ")
	// A date of version 1.1 may be less exact, or more, than seconds.
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", time.DateOnly, "2006-01", "2006"} {
		if day, err := time.Parse(layout, fields.Get("WARC-Date")); err == nil {
			r.Date = day
			break
		}
	}
	return r
}
