package record

import "slices"

// versions are the reports as copies and as versions of articles.
type versions struct{ clusters }

func (b *batch) versions() versions { return versions{clusters{b}} }

// place finds the copies and the other versions of a report and, if it is the
// last version, puts its entries on the record.
func (b versions) place(row *ReportRow) (Outcome, error) {
	keys := reportKeys(row)
	others, err := b.likely(row, keys)
	if err != nil {
		return "", err
	}
	if err := b.foreseen.putReportKeys(row.Number, keys); err != nil {
		return "", err
	}
	out := Added
	for _, g := range groupings() {
		group, err := b.groupOf(g, row, others)
		if err != nil {
			return "", err
		}
		if len(group) > 1 {
			out = g.outcome
		}
		if err := g.set(b, group); err != nil {
			return "", err
		}
	}
	return out, b.enter(row)
}

// likely gives the reports that share a key with one, and the copies of its text.
func (b versions) likely(row *ReportRow, keys []uint64) ([]*ReportRow, error) {
	owners, err := b.foreseen.reportOwners(append(slices.Clone(keys), textKey(row)))
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, key := range keys {
		numbers = append(numbers, candidates(owners[key])...)
	}
	others, err := b.reports(distinct(numbers))
	if err != nil {
		return nil, err
	}
	copies, err := b.copies(row, owners[textKey(row)])
	return append(others, copies...), err
}

// withCopies gives a report with the other reports of its text, however far apart they
// were published.
func (b versions) withCopies(row *ReportRow) ([]*ReportRow, error) {
	owners, err := b.tx.Owners(OfReports, textKey(row))
	if err != nil {
		return nil, err
	}
	return b.copies(row, owners[textKey(row)])
}

// copies gives the first report of the text of one and the later ones, of which the
// numbers are given.
func (b versions) copies(row *ReportRow, later []int64) ([]*ReportRow, error) {
	first := row
	if row.ID != row.TextID() {
		var err error
		if first, err = b.foreseen.named(row.TextID()); err != nil {
			return nil, err
		}
	}
	if first != nil {
		later = append(later, first.Number)
	}
	return b.reports(distinct(later))
}

// grouping is a way in which reports belong together, with its test.
type grouping struct {
	of      Grouping
	same    func(a, b *ReportRow) bool
	set     func(versions, []*ReportRow) error
	outcome Outcome
}

func groupings() []grouping {
	return []grouping{
		{ByWire, isCopy, versions.setWire, Copied},
		{ByArticle, isRevision, versions.setArticle, Revised},
	}
}

// name is the group of a report, empty for none.
func (g grouping) name(r *ReportRow) string {
	if g.of == ByWire {
		return r.Wire
	}
	return r.Article
}

// groupOf gives a report with all that it belongs together with.
func (b versions) groupOf(g grouping, row *ReportRow, others []*ReportRow) ([]*ReportRow, error) {
	out, in := []*ReportRow{row}, map[*ReportRow]bool{row: true}
	for _, other := range others {
		if in[other] || !g.same(row, other) {
			continue
		}
		whole := []*ReportRow{other}
		if name := g.name(other); name != "" {
			var err error
			if whole, err = b.grouped(g.of, name); err != nil {
				return nil, err
			}
		}
		for _, r := range whole {
			if !in[r] {
				in[r], out = true, append(out, r)
			}
		}
	}
	return out, nil
}

// together gives a report with the others of its groups, and with those of their groups:
// a copy of another version is one with that while the last version is away.
func (b versions) together(row *ReportRow) ([]*ReportRow, error) {
	out := []*ReportRow{row}
	asked, there := map[group]bool{}, map[*ReportRow]bool{row: true}
	for i := 0; i < len(out); i++ {
		for _, g := range groupings() {
			one := group{g.of, g.name(out[i])}
			if asked[one] {
				continue
			}
			asked[one] = true
			rows, err := b.tx.Group(one.of, one.name)
			if err != nil {
				return nil, err
			}
			for _, r := range b.keep(rows) {
				if !there[r] {
					there[r], out = true, append(out, r)
				}
			}
		}
	}
	return out, nil
}

// lift takes a report out of everything that it is part of, so that it can be
// changed or removed.
func (b versions) lift(row *ReportRow) error {
	clear(b.groups)
	members, err := b.of(row)
	if err != nil {
		return err
	}
	for _, p := range members {
		if err := b.leave(p); err != nil {
			return err
		}
	}
	if err := b.foreseen.dropReportKeys(row.Number, reportKeys(row)); err != nil {
		return err
	}
	if err := b.offices.drop(row); err != nil {
		return err
	}
	for _, g := range groupings() {
		if err := b.ungroup(g, row); err != nil {
			return err
		}
	}
	row.Wire, row.Article, row.SupersededBy, row.Source = "", "", "", ""
	return b.tx.SetReport(*row, nil)
}

// ungroup takes a report out of its group, of which several may be left.
func (b versions) ungroup(g grouping, row *ReportRow) error {
	name := g.name(row)
	if name == "" {
		return nil
	}
	rows, err := b.tx.Group(g.of, name)
	if err != nil {
		return err
	}
	rest := slices.DeleteFunc(b.keep(rows), func(r *ReportRow) bool { return r == row })
	leaving := row
	if g.of == ByWire {
		leaving = nil
	}
	for len(rest) > 0 {
		part := rest[:1]
		rest = rest[1:]
		for i := 0; i < len(part); i++ {
			rest = slices.DeleteFunc(slices.Clone(rest), func(r *ReportRow) bool {
				with := g.same(part[i], r) && (sameText(part[i], r) || meet(reportKeys(part[i]), reportKeys(r)))
				if with {
					part = append(part, r)
				}
				return with
			})
		}
		if err := g.set(b, part); err != nil {
			return err
		}
		if err := b.carryFrom(leaving, part); err != nil {
			return err
		}
	}
	return nil
}

// groupName is the least id of a group, empty for a group of one.
func groupName(group []*ReportRow) string {
	if len(group) < 2 {
		return ""
	}
	least := group[0].ID
	for _, r := range group {
		least = min(least, r.ID)
	}
	return least
}

// setWire names a group of copies. The entries of each may have fewer sources now.
func (b versions) setWire(all []*ReportRow) error {
	name, from := groupName(all), sourceOf(all)
	for _, r := range all {
		if r.Wire == name && r.Source == from {
			continue
		}
		r.Wire, r.Source = name, from
		if err := b.tx.SetReport(*r, nil); err != nil {
			return err
		}
		if err := b.touchAll(r); err != nil {
			return err
		}
	}
	b.regrouped(group{ByWire, name}, all)
	return nil
}

// setArticle names a group of versions; the last one's entries are on the record
// and those of the others are history.
func (b versions) setArticle(all []*ReportRow) error {
	name := groupName(all)
	head := all[0]
	for _, r := range all {
		if later(r, head) {
			head = r
		}
	}
	if err := b.carryOver(all, head); err != nil {
		return err
	}
	b.regrouped(group{ByArticle, name}, all)
	for _, r := range all {
		by := ""
		if r != head {
			by = head.ID
		}
		if r.Article == name && r.SupersededBy == by {
			continue
		}
		r.Article, r.SupersededBy = name, by
		if err := b.tx.SetReport(*r, nil); err != nil {
			return err
		}
		if err := b.offices.retell(r); err != nil {
			return err
		}
		if err := b.enter(r); err != nil {
			return err
		}
	}
	return nil
}
