package alert

// When is something that may happen to the record.
type When string

// What may happen to the record.
const (
	// Moves: a party has come to want otherwise.
	Moves When = "moves"
	// Planned, PutOff and Held: a meeting is planned, put off to another day or without
	// one, has begun or was held. Cancelled: it was called off or refused.
	Planned   When = "planned"
	PutOff    When = "put-off"
	Cancelled When = "cancelled"
	Held      When = "held"
	// LeftOut: somebody is left out of a meeting.
	LeftOut When = "left-out"
	// Appears: an entry comes that the rule's limits choose.
	Appears When = "appears"
	// Disagree: reports contradict one another.
	Disagree When = "disagree"
)

// Whens are all that may happen.
func Whens() []When {
	return []When{Moves, Planned, PutOff, Cancelled, Held, LeftOut, Appears, Disagree}
}

// ofMeetings reports whether it happens to meetings alone.
func (w When) ofMeetings() bool {
	return w == Planned || w == PutOff || w == Cancelled || w == Held || w == LeftOut
}
