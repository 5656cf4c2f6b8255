package alert

import (
	"context"
	"time"
)

// Store keeps rules, what they found and the letters.
type Store interface {
	// View shows the store as it is at one moment.
	View(ctx context.Context, do func(View) error) error
	// Update changes the store: all of what do does or nothing.
	Update(ctx context.Context, do func(Update) error) error
}

// View is what can be asked of a store.
type View interface {
	// Rules gives all, by name.
	Rules() ([]Rule, error)
	// Stamps gives the changes of the record that no rule has looked at, in their order.
	Stamps() ([]Stamp, error)
	// Told gives what a rule has told of some things.
	Told(rule string, things ...string) ([]Told, error)
	// Notices gives what rules found, the last first.
	Notices(q NoticeQuery) ([]Notice, error)
	// Letters gives letters, the last made first.
	Letters(q LetterQuery) ([]Letter, error)
}

// Update is what can be changed in a store.
type Update interface {
	View
	// PutRule adds a rule, or changes the one of that name.
	PutRule(r Rule) error
	// DropRule drops a rule with all that it found and told.
	DropRule(name string) error
	// DropStamps drops the stamps up to a number.
	DropStamps(last int64) error
	// PutTold remembers what was told, in the place of what was told of that before.
	PutTold(t Told) error
	// PutNotice adds a notice and gives its number.
	PutNotice(n Notice) (int64, error)
	// Carried says that notices are in a letter.
	Carried(numbers ...int64) error
	// PutLetter adds a letter, or changes the one of that id.
	PutLetter(l Letter) error
	// DropDone drops letters that are done with, and notices that are in letters, of before
	// a time.
	DropDone(before time.Time) error
}

// Stamp is a change of the record. The record leaves one in each of its transactions while
// there are rules.
type Stamp struct {
	// Number counts stamps, At is the time of the change by the record's clock.
	Number int64
	At     time.Time
}

// Told is what a rule last told of a thing: of an entry's status that it is planned.
type Told struct {
	Rule, Thing, Aspect, Value string
	At                         time.Time
}

// NoticeQuery chooses notices; what is empty does not choose.
type NoticeQuery struct {
	Rule    string
	Numbers []int64
	// Waiting chooses those that are in no letter.
	Waiting bool
	Limit   int
}

// LetterQuery chooses letters; what is empty does not choose.
type LetterQuery struct {
	Rule  string
	State State
	// Since leaves out what was made before.
	Since time.Time
	Limit int
}
