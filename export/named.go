package export

import (
	"slices"

	"rapporteur/record"
)

// allNamed reports whether there are actors and each is somebody.
func allNamed(e *record.Entry, ids []string) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !e.IsNamed(id) })
}
