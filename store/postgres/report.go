package postgres

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/packed"
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
	return []any{&r.Number, &r.ID, (*string)(&r.URL), (*string)(&r.Outlet), (*string)(&r.Title), (*string)(&r.Byline), (*string)(&r.Published), (*string)(&r.Language), (*string)(&r.Genre), &f.arrived,
		&f.appearances, &r.Wire, &r.Article, &r.SupersededBy, &r.Credit, &r.Source, &r.Length, &f.sketch}
}

func (f *reportFields) report() (record.ReportRow, error) {
	out := f.row
	out.Arrived = packed.Instant(f.arrived)
	if f.sketch != nil {
		out.Sketch = packed.ReadSketch(f.sketch)
	}
	return out, json.Unmarshal([]byte(f.appearances), &out.Appearances)
}

// reports gives the rows that a condition chooses.
func (s reportTable) reports(where string, args ...any) ([]record.ReportRow, error) {
	var out []record.ReportRow
	err := s.peek(func(r row) error {
		var f reportFields
		if err := r.Scan(f.targets()...); err != nil {
			return err
		}
		one, err := f.report()
		out = append(out, one)
		return err
	}, "SELECT "+reportColumns+", r.sketch FROM reports r "+where, args...)
	return out, err
}

// theRows are the reports that rows are of.
func theRows(rows []record.ReportRow) []thing {
	var numbers []int64
	for _, r := range rows {
		numbers = append(numbers, r.Number)
	}
	return theReports(numbers...)
}

// Report implements record.View.
func (s reportTable) Report(id string) (*record.ReportRow, error) {
	found, err := s.ReportsNamed(id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// ReportsNamed implements record.View.
func (s reportTable) ReportsNamed(ids ...string) ([]record.ReportRow, error) {
	if err := s.claimed(reportIDs(ids...)); err != nil {
		return nil, err
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = clean(id)
	}
	among := func(n *reportRows) bool {
		return slices.ContainsFunc(names, func(id string) bool { return n.ids[id] })
	}
	if err := s.written(among); err != nil {
		return nil, err
	}
	return steady(s.session, func() ([]record.ReportRow, error) {
		return s.reports("WHERE id = ANY($1::text[]) ORDER BY n", names)
	}, theRows)
}

// ReportRows implements record.View.
func (s reportTable) ReportRows(numbers ...int64) ([]record.ReportRow, error) {
	if err := s.claimed(theReports(numbers...)); err != nil {
		return nil, err
	}
	if err := s.written(func(n *reportRows) bool { return n.hasAny(numbers) }); err != nil {
		return nil, err
	}
	return s.reports("WHERE n = ANY($1::bigint[]) ORDER BY n", numbers)
}

// ReportsAfter implements record.View.
func (s reportTable) ReportsAfter(number int64, most int) ([]record.ReportRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	if err := s.written((*reportRows).all); err != nil {
		return nil, err
	}
	return s.reports("WHERE n > $1 ORDER BY n LIMIT $2", number, most)
}

// Body implements record.View.
func (s reportTable) Body(number int64) (*record.Body, error) {
	found, err := s.Bodies(number)
	return found[number], err
}

// Bodies implements record.View.
func (s reportTable) Bodies(numbers ...int64) (map[int64]*record.Body, error) {
	if err := s.claimed(theReports(numbers...)); err != nil {
		return nil, err
	}
	if err := s.written(func(n *reportRows) bool { return n.hasAny(numbers) }); err != nil {
		return nil, err
	}
	out := map[int64]*record.Body{}
	return out, s.peek(func(r row) error {
		var n int64
		var data []byte
		if err := r.Scan(&n, &data); err != nil {
			return err
		}
		body, err := packed.ReadBody(data)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Damaged, Op: fmt.Sprintf("read the text of report %d", n), Message: notAsWritten, Err: err}
		}
		out[n] = body
		return nil
	}, "SELECT report, body FROM bodies WHERE report = ANY($1::bigint[])", numbers)
}

const notAsWritten = "it is not as it was written; restore the database from a backup of PostgreSQL's"

// Group implements record.View.
func (s reportTable) Group(of record.Grouping, names ...string) ([]record.ReportRow, error) {
	if err := s.claimed(groups(of, names...)); err != nil {
		return nil, err
	}
	inThem := func(n *reportRows) bool {
		return slices.ContainsFunc(names, func(name string) bool { return n.groups[of][name] })
	}
	if err := s.written(inThem); err != nil {
		return nil, err
	}
	column := "wire"
	if of == record.ByArticle {
		column = "article"
	}
	query := fmt.Sprintf("WHERE %[1]s = ANY($1::text[]) AND %[1]s <> '' ORDER BY n", column)
	return steady(s.session, func() ([]record.ReportRow, error) { return s.reports(query, names) }, theRows)
}

// Reports implements record.View.
func (s reportTable) Reports(q record.ReportQuery) ([]record.ReportRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	if err := s.written((*reportRows).all); err != nil {
		return nil, err
	}
	c := reportConditions(q)
	direction := "DESC"
	if q.Oldest {
		direction = "ASC"
	}
	return s.reports(fmt.Sprintf("WHERE %s ORDER BY published %[2]s, n %[2]s LIMIT %[3]s OFFSET %[4]s", c.where(), direction,
		c.arg(limit(q.Limit)), c.arg(q.Offset)), c.args...)
}

// CountReports implements record.View.
func (s reportTable) CountReports(q record.ReportQuery, most int) (int, error) {
	if err := s.aloneOnly(); err != nil {
		return 0, err
	}
	c := reportConditions(q)
	n, err := s.numbers("SELECT count(*) FROM (SELECT FROM reports r WHERE "+c.where()+" LIMIT "+c.arg(limit(most))+"::bigint) c", c.args...)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}

// conditions are those of a statement, with their arguments.
type conditions struct {
	all  []string
	args []any
	// made are the tables that the statement makes first, tables their names by what they
	// are made of.
	made   []string
	tables map[string]string
}

// arg adds an argument and gives the sign for it.
func (c *conditions) arg(value any) string {
	c.args = append(c.args, value)
	return fmt.Sprint("$", len(c.args))
}

// add adds a condition; %s stands for each of its arguments.
func (c *conditions) add(condition string, values ...any) {
	signs := make([]any, len(values))
	for i, v := range values {
		signs[i] = c.arg(v)
	}
	c.all = append(c.all, fmt.Sprintf(condition, signs...))
}

func (c *conditions) where() string {
	if len(c.all) == 0 {
		return "true"
	}
	return strings.Join(c.all, " AND ")
}

func reportConditions(q record.ReportQuery) *conditions {
	c := &conditions{}
	if len(q.IDs) > 0 {
		c.add("id = ANY(%s::text[])", q.IDs)
	}
	if len(q.Outlets) > 0 {
		c.add("outlet = ANY(%s::text[])", q.Outlets)
	}
	if q.Since != "" {
		c.add("published >= %s AND (published >= %s OR length(published) < 10)", string(record.Month(q.Since)), string(q.Since)) // that of a document may be a month
	}
	if q.Until != "" {
		c.add("substr(published, 1, 10) <= %s", string(q.Until))
	}
	if q.Text != "" {
		c.add("n IN (SELECT place >> 12 FROM ("+spoken+") s)", match(q.Text))
	}
	if q.Amended {
		c.add(`id IN (SELECT t ->> 'report' FROM corrections c, json_array_elements(CASE json_typeof(c.body::json -> 'targets') WHEN 'array' THEN c.body::json -> 'targets' ELSE '[]' END) t
WHERE c.body::json ->> 'kind' = 'report')`)
	}
	if !q.AsOf.IsZero() {
		c.add("arrived <= %s", packed.Millis(q.AsOf))
	}
	if !q.Arrived.IsZero() {
		c.add("arrived >= %s", packed.Millis(q.Arrived))
	}
	return c
}

// Carried implements record.View. An outlet's name may stand among the appearances
// alone.
func (s reportTable) Carried(outlet string) ([]record.ReportRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	if err := s.written((*reportRows).all); err != nil {
		return nil, err
	}
	return s.reports(`WHERE r.outlet = $1 OR EXISTS (SELECT 1 FROM json_array_elements(CASE json_typeof(r.appearances::json) WHEN 'array' THEN r.appearances::json ELSE '[]' END) a
WHERE a ->> 'outlet' = $1) ORDER BY n`, clean(outlet))
}
