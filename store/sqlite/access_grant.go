package sqlite

import (
	"rapporteur/access"
	"rapporteur/record"
)

// granted is the kind of rows of desks that say who has which role there, by holder.
const granted = "grant"

// Grants implements access.View.
func (s accessTable) Grants(holder string) ([]access.Grant, error) {
	where, args := "kind = '"+granted+"'", []any(nil)
	if holder != "" {
		where, args = where+" AND key = ?", []any{holder}
	}
	var out []access.Grant
	err := s.each(func(r row) error {
		var g access.Grant
		err := r.Scan(&g.Holder, &g.Namespace, &g.Role)
		out = append(out, g)
		return err
	}, "SELECT key, namespace, body FROM desk_rows WHERE "+where+" ORDER BY key, namespace", args...)
	return out, err
}

// PutGrant implements access.Update.
func (s accessTable) PutGrant(g access.Grant) error {
	return deskTable(s).PutDeskRow(record.DeskRow{Namespace: g.Namespace, Kind: granted, Key: g.Holder, Body: string(g.Role)})
}

// DropGrant implements access.Update.
func (s accessTable) DropGrant(holder, namespace string) error {
	return deskTable(s).DropDeskRow(namespace, granted, holder)
}
