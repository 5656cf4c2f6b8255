package access

import (
	"fmt"

	"rapporteur"
)

// Role is what somebody is there for; each may what the one before it may.
type Role string

const (
	// Reader asks.
	Reader Role = "reader"
	// Editor also adds reports, corrects entries and keeps dossiers.
	Editor Role = "editor"
	// Admin also sees the trail.
	Admin Role = "admin"
)

// Roles are all roles, the least first.
func Roles() []Role { return []Role{Reader, Editor, Admin} }

// RoleOf reads a role.
func RoleOf(text string) (Role, error) {
	for _, r := range Roles() {
		if text == string(r) {
			return r, nil
		}
	}
	return "", &rapporteur.Error{Code: rapporteur.Invalid, Op: "role " + text, Message: "there is no such role; give reader, editor or admin"}
}

// Deed is what somebody does.
type Deed string

const (
	// Ask reads the record.
	Ask Deed = "read the record"
	// Change adds to the record or corrects it.
	Change Deed = "change the record"
	// Oversee looks at the trail.
	Oversee Deed = "see the trail"
)

// least is the least role that may do a deed.
var least = map[Deed]int{Ask: 0, Change: 1, Oversee: 2}

// May says whether the role allows a deed.
func (r Role) May(d Deed) bool {
	need, known := least[d]
	for i, one := range Roles() {
		if r == one {
			return known && i >= need
		}
	}
	return false
}

// refused is why a role may not do something.
func (r Role) refused(d Deed) error {
	return fmt.Errorf("%w: a %s may not %s; ask an administrator for another role", ErrForbidden, r, d)
}
