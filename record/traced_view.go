package record

import (
	"time"

	"rapporteur"
)

// traced is a view that notes what is asked of it. What is not noted is open.
type traced struct {
	tracedReports
	tracedMembers
	tracedEntries
	tracedTerms
	tracedPersons
	DeskView
}

// trace notes in a list what is asked of a view.
func trace(v View, a *asked) View {
	t := tracing{v, a}
	return traced{tracedReports{t}, tracedMembers{t}, tracedEntries{t}, tracedTerms{t}, tracedPersons{t}, v}
}

// tracing is a view and what was asked of it.
type tracing struct {
	base View
	a    *asked
}

// tracedReports notes what is asked of reports.
type tracedReports struct{ tracing }

// Report implements View.
func (t tracedReports) Report(id string) (*ReportRow, error) {
	note(&t.a.reports, id)
	return t.base.Report(id)
}

// ReportsNamed implements View.
func (t tracedReports) ReportsNamed(ids ...string) ([]ReportRow, error) {
	note(&t.a.reports, ids...)
	return t.base.ReportsNamed(ids...)
}

// ReportRows implements View.
func (t tracedReports) ReportRows(numbers ...int64) ([]ReportRow, error) {
	note(&t.a.rows, numbers...)
	return t.base.ReportRows(numbers...)
}

// ReportsAfter implements View.
func (t tracedReports) ReportsAfter(number int64, limit int) ([]ReportRow, error) {
	t.a.open = true
	return t.base.ReportsAfter(number, limit)
}

// Body implements View.
func (t tracedReports) Body(number int64) (*Body, error) {
	note(&t.a.bodies, number)
	return t.base.Body(number)
}

// Bodies implements View.
func (t tracedReports) Bodies(numbers ...int64) (map[int64]*Body, error) {
	note(&t.a.bodies, numbers...)
	return t.base.Bodies(numbers...)
}

// Reports implements View.
func (t tracedReports) Reports(q ReportQuery) ([]ReportRow, error) {
	t.a.open = true
	return t.base.Reports(q)
}

// CountReports implements View.
func (t tracedReports) CountReports(q ReportQuery, most int) (int, error) {
	t.a.open = true
	return t.base.CountReports(q, most)
}

// Group implements View.
func (t tracedReports) Group(of Grouping, names ...string) ([]ReportRow, error) {
	noteIn(&t.a.groups, of, names)
	return t.base.Group(of, names...)
}

// Carried implements View.
func (t tracedReports) Carried(outlet string) ([]ReportRow, error) {
	t.a.open = true
	return t.base.Carried(outlet)
}

// Search implements View.
func (t tracedReports) Search(text string, limit, offset int) ([]Hit, error) {
	t.a.open = true
	return t.base.Search(text, limit, offset)
}

// tracedMembers notes what is asked of members and keys.
type tracedMembers struct{ tracing }

// Owners implements View.
func (t tracedMembers) Owners(space Space, keys ...uint64) (map[uint64][]int64, error) {
	noteIn(&t.a.owners, space, keys)
	return t.base.Owners(space, keys...)
}

// EachKey implements View.
func (t tracedMembers) EachKey(space Space, do func(uint64, int64)) error {
	t.a.open = true
	return t.base.EachKey(space, do)
}

// Members implements View.
func (t tracedMembers) Members(numbers ...int64) ([]MemberRow, error) {
	note(&t.a.members, numbers...)
	return t.base.Members(numbers...)
}

// MembersOf implements View.
func (t tracedMembers) MembersOf(reports ...int64) ([]MemberRow, error) {
	note(&t.a.of, reports...)
	return t.base.MembersOf(reports...)
}

// MembersIn implements View.
func (t tracedMembers) MembersIn(at time.Time, entries ...int64) ([]MemberRow, error) {
	t.entries(at, entries)
	return t.base.MembersIn(at, entries...)
}

// entries notes that the members of entries are asked for.
func (t tracedMembers) entries(at time.Time, entries []int64) {
	note(&t.a.in, entries...)
	t.a.open = t.a.open || !at.IsZero()
}

// Standing implements View.
func (t tracedMembers) Standing(at time.Time, entries ...int64) ([]MemberRow, []ReportRow, error) {
	t.entries(at, entries)
	members, reports, err := t.base.Standing(at, entries...)
	for _, r := range reports {
		note(&t.a.rows, r.Number)
	}
	return members, reports, err
}

// EntriesOf implements View.
func (t tracedMembers) EntriesOf(report int64) ([]int64, error) {
	t.a.open = true
	return t.base.EntriesOf(report)
}

// Tally implements View.
func (t tracedMembers) Tally(reports ...int64) (map[int64]map[Kind]int, error) {
	note(&t.a.of, reports...)
	return t.base.Tally(reports...)
}

// Size implements View.
func (t tracedMembers) Size(entry int64) (int, error) {
	note(&t.a.in, entry)
	return t.base.Size(entry)
}

// tracedTerms notes what is asked of terms and actors.
type tracedTerms struct{ tracing }

// Having implements View.
func (t tracedTerms) Having(terms ...Term) (map[Term]int, error) {
	note(&t.a.terms, terms...)
	return t.base.Having(terms...)
}

// Values implements View.
func (t tracedTerms) Values(terms ...string) (map[string][]Value, error) {
	t.a.open = true
	return t.base.Values(terms...)
}

// Parties implements View.
func (t tracedTerms) Parties(q PartyQuery) ([]Party, error) {
	t.a.open = true
	return t.base.Parties(q)
}

// Actors implements View.
func (t tracedTerms) Actors(ids ...string) ([]rapporteur.Actor, error) {
	note(&t.a.actors, ids...)
	return t.base.Actors(ids...)
}
