package record

// enter puts the entries of a report on the record, or takes them off it where
// the report is superseded.
func (b clusters) enter(r *ReportRow) error {
	members, err := b.of(r)
	if err != nil {
		return err
	}
	if r.SupersededBy == "" {
		if err := b.gather(members); err != nil {
			return err
		}
	}
	defer func() { b.gathered = nil }()
	for _, p := range members {
		switch {
		case r.SupersededBy != "":
			err = b.leave(p)
		case p.row.Entry == 0:
			err = b.join(p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
