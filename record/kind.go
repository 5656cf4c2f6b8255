package record

// Kind is a kind of entry.
type Kind string

// The kinds of entries.
const (
	Meeting   Kind = "meeting"
	Statement Kind = "statement"
	Event     Kind = "event"
	Position  Kind = "position"
	Notice    Kind = "notice"
)

// Kinds are all kinds of entries, in the order in which a reading has them.
func Kinds() []Kind { return []Kind{Statement, Meeting, Event, Position, Notice} }
