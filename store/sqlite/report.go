package sqlite

import (
	"fmt"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/packed"

	lib "modernc.org/sqlite/lib"
)

const reportColumns = `r.n, r.id, r.url, r.outlet, r.title, r.byline, r.published, r.language, r.genre, r.arrived,
  r.appearances, r.wire, r.article, r.superseded_by, r.credit, r.source, r.length`

// reportFields are the columns of a report, with its sketch behind them, as they are
// read.
type reportFields struct {
	row         record.ReportRow
	arrived     int64
	appearances string
	sketch      []byte
}

func (f *reportFields) targets() []any {
	r := &f.row
	words := func(t *rapporteur.Text) *string { return (*string)(t) } // what is a string by its type is read without asking which
	return []any{&r.Number, &r.ID, words(&r.URL), words(&r.Outlet), words(&r.Title), words(&r.Byline), (*string)(&r.Published), words(&r.Language), (*string)(&r.Genre), &f.arrived,
		&f.appearances, &r.Wire, &r.Article, &r.SupersededBy, &r.Credit, &r.Source, &r.Length, &f.sketch}
}

func (f *reportFields) report() record.ReportRow {
	out := f.row
	out.Arrived = instant(f.arrived)
	if f.sketch != nil {
		out.Sketch = packed.ReadSketch(f.sketch)
	}
	if record.ReadStored([]byte(f.appearances), &out.Appearances) != nil { // damaged: what the row itself says is left
		out.Appearances = []record.Appearance{{Outlet: out.Outlet, URL: out.URL, Title: out.Title, Byline: out.Byline, Published: out.Published}}
	}
	return out
}

// reports gives the rows that a condition chooses.
func (s reportTable) reports(where string, args ...any) ([]record.ReportRow, error) {
	return s.reportsWith("r.sketch", where, args...)
}

// reportsWith gives the rows that a condition chooses, with their sketches or what stands
// in their place.
func (s reportTable) reportsWith(sketch, where string, args ...any) ([]record.ReportRow, error) {
	var out []record.ReportRow
	err := s.peek(func(r row) error {
		var f reportFields
		if err := r.Scan(f.targets()...); err != nil {
			return err
		}
		out = append(out, f.report())
		return nil
	}, "SELECT "+reportColumns+", "+sketch+" FROM reports r "+where, args...)
	return out, err
}

// Report implements record.View.
func (s reportTable) Report(id string) (*record.ReportRow, error) {
	found, err := s.reports("WHERE id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// ReportsNamed implements record.View.
func (s reportTable) ReportsNamed(ids ...string) ([]record.ReportRow, error) {
	wanted, err := list(ids)
	if err != nil {
		return nil, err
	}
	return s.reports("WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n", wanted)
}

// ReportRows implements record.View.
func (s reportTable) ReportRows(numbers ...int64) ([]record.ReportRow, error) {
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	return s.reports("WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n", ns)
}

// ReportsAfter implements record.View.
func (s reportTable) ReportsAfter(number int64, limit int) ([]record.ReportRow, error) {
	return s.reports("WHERE n > ? ORDER BY n"+limited(limit, 0), number)
}

// Body implements record.View.
func (s reportTable) Body(number int64) (*record.Body, error) {
	found, err := s.Bodies(number)
	return found[number], err
}

// Bodies implements record.View.
func (s reportTable) Bodies(numbers ...int64) (map[int64]*record.Body, error) {
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	var bodies packed.Bodies
	err = s.each(func(r row) error {
		var n int64
		var data []byte
		err := r.Scan(&n, &data)
		bodies.Add(n, data)
		return err
	}, "SELECT report, body FROM bodies WHERE report IN (SELECT value FROM json_each(?))", ns)
	if primary(err) == lib.SQLITE_CORRUPT {
		err = failure("read the texts of reports", err)
	}
	if err != nil {
		return nil, err
	}
	return bodies.Read(func(n int64, err error) error {
		return &rapporteur.Error{Code: rapporteur.Damaged, Op: fmt.Sprintf("read the text of report %d", n), Message: notAsWritten, Err: err}
	})
}

const notAsWritten = "it is not as it was written; `rapporteur repair` sets it aside"

// Group implements record.View.
func (s reportTable) Group(of record.Grouping, names ...string) ([]record.ReportRow, error) {
	column := "wire"
	if of == record.ByArticle {
		column = "article"
	}
	all, err := list(names)
	if err != nil {
		return nil, err
	}
	return s.reports(fmt.Sprintf("WHERE %[1]s IN (SELECT value FROM json_each(?)) AND %[1]s <> '' ORDER BY n", column), all)
}

// Reports implements record.View.
func (s reportTable) Reports(q record.ReportQuery) ([]record.ReportRow, error) {
	where, args, err := reportConditions(q)
	if err != nil {
		return nil, err
	}
	direction := "DESC"
	if q.Oldest {
		direction = "ASC"
	}
	query := fmt.Sprintf("WHERE %s ORDER BY published %[2]s, n %[2]s", strings.Join(where, " AND "), direction)
	return s.reports(query+limited(q.Limit, q.Offset), args...)
}

// CountReports implements record.View.
func (s reportTable) CountReports(q record.ReportQuery, most int) (int, error) {
	where, args, err := reportConditions(q)
	if err != nil {
		return 0, err
	}
	n, err := s.numbers("SELECT count(*) FROM (SELECT 1 FROM reports r WHERE "+strings.Join(where, " AND ")+limited(most, 0)+")", args...)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}

func reportConditions(q record.ReportQuery) (where []string, args []any, err error) {
	where = []string{"1"}
	add := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	for _, c := range []struct {
		column string
		values []string
	}{{"id", q.IDs}, {"outlet", q.Outlets}} {
		if len(c.values) == 0 {
			continue
		}
		all, err := list(c.values)
		if err != nil {
			return nil, nil, err
		}
		add(c.column+" IN (SELECT value FROM json_each(?))", all)
	}
	if q.Since != "" {
		add("published >= ? AND (published >= ? OR length(published) < 10)", record.Month(q.Since), q.Since) // that of a document may be a month
	}
	if q.Until != "" {
		add("substr(published, 1, 10) <= ?", q.Until)
	}
	if q.Text != "" {
		add(fmt.Sprintf("n IN (SELECT place >> 12 FROM (SELECT rowid AS place FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC LIMIT %d))", searched), match(q.Text))
	}
	if q.Amended {
		add("id IN (SELECT t.value ->> 'report' FROM corrections c, json_each(c.body, '$.targets') t WHERE c.body ->> 'kind' = 'report')")
	}
	if !q.AsOf.IsZero() {
		add("arrived <= ?", millis(q.AsOf))
	}
	if !q.Arrived.IsZero() {
		add("arrived >= ?", millis(q.Arrived))
	}
	return where, args, nil
}

// Carried implements record.View. An outlet's name may stand among the appearances
// alone.
func (s reportTable) Carried(outlet string) ([]record.ReportRow, error) {
	return s.reports(`WHERE r.outlet = ?1 OR EXISTS (SELECT 1 FROM json_each(r.appearances) a WHERE a.value ->> 'outlet' = ?1) ORDER BY n`, outlet)
}

// Search implements record.View.
func (s reportTable) Search(text string, limit, offset int) ([]record.Hit, error) {
	var out []record.Hit
	err := s.each(func(r row) error {
		var place int64
		err := r.Scan(&place)
		out = append(out, record.Hit{Report: place >> 12, Sentence: int(place & noSentence)})
		return err
	}, "SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC"+limited(limit, offset), match(text))
	return out, err
}
