package record

import (
	"cmp"
	"slices"
	"time"
)

// kept remembers rows and gives them in their order, as they were at the time.
func (l *sight) kept(rows []ReportRow) ([]*ReportRow, error) {
	if err := l.keep(rows); err != nil {
		return nil, err
	}
	out := make([]*ReportRow, len(rows))
	for i := range rows {
		out[i] = l.rows[rows[i].Number]
	}
	return out, nil
}

// Look is a look at the record as it is, or was, at one moment: all that is asked of
// one look agrees. What many entries need is fetched for all of them at once.
type Look struct {
	*sight
	entryLook
	reportLook
	lineLook
	personLook
}

// entryLook answers what is asked of entries.
type entryLook struct{ *sight }

// reportLook answers what is asked of reports.
type reportLook struct{ entryLook }

// lineLook answers what is asked of positions in the order of time.
type lineLook struct {
	entryLook
	// placed are the positions that were put together so far, nil for what is none.
	placed map[int64]*Entry
}

// personLook answers what is asked of corrections, and of what happened to an entry.
type personLook struct{ *sight }

// sight is what a look has fetched.
type sight struct {
	store       View
	at          time.Time // zero for now
	corrections *corrections
	rows        map[int64]*ReportRow
	dossiers    []Dossier // nil until somebody asks
	// names are what the desk that looks calls things, nil for what everybody does.
	names *names
}

func newLook(v View, at time.Time) *Look {
	s := &sight{store: v, at: at, corrections: newCorrections(v, at), rows: map[int64]*ReportRow{}}
	if n, ok := v.(namedView); ok {
		s.names = n.names
	}
	e := entryLook{s}
	return &Look{s, e, reportLook{e}, lineLook{e, map[int64]*Entry{}}, personLook{s}}
}

// portion is the number of entries that are put together at once.
const portion = 1000

// entries puts entries together, each in the place of its row, nil where it was not
// there at the time.
func (l *sight) entries(rows []EntryRow) ([]*Entry, error) {
	out := make([]*Entry, 0, len(rows))
	for some := range slices.Chunk(rows, portion) {
		built, err := l.portion(some)
		if err != nil {
			return nil, err
		}
		out = append(out, built...)
	}
	return out, nil
}

func (l *sight) portion(rows []EntryRow) ([]*Entry, error) {
	m, err := l.material(rows)
	if err != nil {
		return nil, err
	}
	return m.entries()
}

// keep remembers reports as they were at the time, with the corrections of their
// texts.
func (l *sight) keep(rows []ReportRow) error {
	var texts []string
	for i := range rows {
		texts = append(texts, rows[i].TextID())
	}
	if err := l.corrections.load(texts...); err != nil {
		return err
	}
	for i := range rows {
		row := &rows[i]
		if l.rows[row.Number] != nil {
			continue
		}
		if !l.at.IsZero() {
			if err := l.corrections.amend(row); err != nil {
				return err
			}
		}
		l.rows[row.Number] = row
	}
	return nil
}

// whole gives the pieces of members that come without their bodies, each alone.
func (l *sight) whole(heads []MemberRow) ([]*piece, error) {
	members, err := l.members(heads)
	if err != nil {
		return nil, err
	}
	return l.decode(members)
}

// members completes members with their bodies.
func (l *sight) members(heads []MemberRow) ([]MemberRow, error) {
	if len(heads) == 0 {
		return nil, nil
	}
	return l.store.Members(numbersOf(heads)...)
}

func (l *sight) decode(members []MemberRow) ([]*piece, error) {
	if err := l.fetch(members); err != nil {
		return nil, err
	}
	return l.readPieces(members)
}

// readPieces makes the pieces of members whose reports are there.
func (l *sight) readPieces(members []MemberRow) ([]*piece, error) {
	bodies, failed := make([]stored, len(members)), make([]error, len(members))
	onAllProcessors(len(members), func(i int) { bodies[i], failed[i] = bodyIn(members[i]) })
	out := make([]*piece, len(members))
	for i, m := range members {
		err := cmp.Or(orphaned(m, l.rows[m.Report]), failed[i])
		if err == nil {
			out[i], err = pieceAlone(m, bodies[i], l.rows[m.Report], l.corrections)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// fetch loads the reports of members.
func (l *sight) fetch(members []MemberRow) error {
	var missing []int64
	for _, m := range members {
		if l.rows[m.Report] == nil {
			missing = append(missing, m.Report)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	rows, err := l.store.ReportRows(distinct(missing)...)
	if err != nil {
		return err
	}
	return l.keep(rows)
}

// row gives a report by its id, nil for none.
func (l *sight) row(id string) (*ReportRow, error) {
	row, err := l.store.Report(id)
	if err != nil || row == nil {
		return nil, err
	}
	if err := l.keep([]ReportRow{*row}); err != nil {
		return nil, err
	}
	return l.rows[row.Number], nil
}
