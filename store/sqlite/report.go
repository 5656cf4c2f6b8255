package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/record"
)

const reportColumns = `SELECT n, id, url, outlet, title, byline, published, language, genre, arrived,
  appearances, wire, article, superseded_by, credit, source, length, sketch FROM reports r `

func scanReport(r row) (record.ReportRow, error) {
	var out record.ReportRow
	var arrived int64
	var appearances string
	var sketch []byte
	err := r.Scan(&out.Number, &out.ID, &out.URL, &out.Outlet, &out.Title, &out.Byline, &out.Published, &out.Language,
		&out.Genre, &arrived, &appearances, &out.Wire, &out.Article, &out.SupersededBy, &out.Credit, &out.Source, &out.Length, &sketch)
	if err != nil {
		return out, err
	}
	out.Arrived, out.Sketch = instant(arrived), unpack(sketch)
	if json.Unmarshal([]byte(appearances), &out.Appearances) != nil { // damaged: what the row itself says is left
		out.Appearances = []record.Appearance{{Outlet: out.Outlet, URL: out.URL, Title: out.Title, Byline: out.Byline, Published: out.Published}}
	}
	return out, nil
}

// reports gives the rows of a query that begins with reportColumns.
func (s *session) reports(query string, args ...any) ([]record.ReportRow, error) {
	var out []record.ReportRow
	err := s.peek(func(r row) error {
		one, err := scanReport(r)
		out = append(out, one)
		return err
	}, reportColumns+query, args...)
	return out, err
}

// Report implements record.View.
func (s *session) Report(id string) (*record.ReportRow, error) {
	found, err := s.reports("WHERE id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// ReportRows implements record.View.
func (s *session) ReportRows(numbers ...int64) ([]record.ReportRow, error) {
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	return s.reports("WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n", ns)
}

// ReportsAfter implements record.View.
func (s *session) ReportsAfter(number int64, limit int) ([]record.ReportRow, error) {
	return s.reports("WHERE n > ? ORDER BY n LIMIT ?", number, limit)
}

// Body implements record.View.
func (s *session) Body(number int64) (*record.Body, error) {
	var out *record.Body
	err := s.each(func(r row) error {
		var packed []byte
		if err := r.Scan(&packed); err != nil {
			return err
		}
		var err error
		out, err = unpackBody(packed)
		return err
	}, "SELECT body FROM bodies WHERE report = ?", number)
	return out, err
}

// Group implements record.View.
func (s *session) Group(of record.Grouping, name string) ([]record.ReportRow, error) {
	column := "wire"
	if of == record.ByArticle {
		column = "article"
	}
	return s.reports(fmt.Sprintf("WHERE %[1]s = ? AND %[1]s <> '' ORDER BY n", column), name)
}

// Reports implements record.View.
func (s *session) Reports(q record.ReportQuery) ([]record.ReportRow, error) {
	where, args, err := reportConditions(q)
	if err != nil {
		return nil, err
	}
	direction := "DESC"
	if q.Oldest {
		direction = "ASC"
	}
	limit := int64(-1)
	if q.Limit > 0 {
		limit = int64(q.Limit)
	}
	query := fmt.Sprintf("WHERE %s ORDER BY published %[2]s, n %[2]s LIMIT ? OFFSET ?", strings.Join(where, " AND "), direction)
	return s.reports(query, append(args, limit, q.Offset)...)
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
		add("published >= ?", q.Since)
	}
	if q.Until != "" {
		add("substr(published, 1, 10) <= ?", q.Until)
	}
	if q.Text != "" {
		add(fmt.Sprintf("n IN (SELECT place >> 12 FROM (SELECT rowid AS place FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC LIMIT %d))", searched), match(q.Text))
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
func (s *session) Carried(outlet string) ([]record.ReportRow, error) {
	return s.reports(`WHERE r.outlet = ?1 OR EXISTS (SELECT 1 FROM json_each(r.appearances) a WHERE a.value ->> 'outlet' = ?1) ORDER BY n`, outlet)
}

// PutReport implements record.Update.
func (s *session) PutReport(r record.ReportRow, body record.Body) (int64, error) {
	appearances, err := list(r.Appearances)
	if err != nil {
		return 0, err
	}
	n, err := s.exec(`INSERT INTO reports (id, url, outlet, title, byline, published, language, genre, arrived,
  appearances, wire, article, superseded_by, credit, source, length, sketch, seal) VALUES (`+numbered(17)+", seal("+numbered(17)+"))",
		r.ID, r.URL, r.Outlet, r.Title, r.Byline, r.Published, r.Language, r.Genre, millis(r.Arrived),
		appearances, r.Wire, r.Article, r.SupersededBy, r.Credit, r.Source, r.Length, pack(r.Sketch))
	if err != nil {
		return 0, err
	}
	s.enter("reports", 1)
	return n, s.putBody(n, body)
}

// SetReport implements record.Update.
func (s *session) SetReport(r record.ReportRow, body *record.Body) error {
	appearances, err := list(r.Appearances)
	if err != nil {
		return err
	}
	err = s.do(`UPDATE reports SET url=?1, outlet=?2, title=?3, byline=?4, published=?5, language=?6, genre=?7,
  appearances=?8, wire=?9, article=?10, superseded_by=?11, credit=?12, source=?13, length=?14, sketch=?15,
  seal=seal(id, ?1, ?2, ?3, ?4, ?5, ?6, ?7, arrived, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) WHERE n = ?16`,
		r.URL, r.Outlet, r.Title, r.Byline, r.Published, r.Language, r.Genre,
		appearances, r.Wire, r.Article, r.SupersededBy, r.Credit, r.Source, r.Length, pack(r.Sketch), r.Number)
	if err != nil || body == nil {
		return err
	}
	if err := s.dropBody(r.Number); err != nil {
		return err
	}
	return s.putBody(r.Number, *body)
}

// putBody keeps a text and makes its sentences found.
func (s *session) putBody(n int64, body record.Body) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	packed, err := deflate(data)
	if err != nil {
		return err
	}
	if err := s.do("INSERT INTO bodies (report, body, seal) VALUES (?1, ?2, seal(?1, ?2))", n, packed); err != nil {
		return err
	}
	s.enter("bodies", 1)
	return s.index("sentences", n, &body)
}

func (s *session) dropBody(n int64) error {
	if err := s.do("DELETE FROM sentences WHERE rowid BETWEEN ? AND ?", placeOf(n, 0), placeOf(n, noSentence)); err != nil {
		return err
	}
	return s.drop("bodies", "report = ?", n)
}

// DropReport implements record.Update.
func (s *session) DropReport(n int64) error {
	first, last := placeOf(n, 0), placeOf(n, noSentence)
	err := s.do("DELETE FROM memberships WHERE member IN (SELECT n FROM members WHERE place BETWEEN ? AND ?)", first, last)
	if err == nil {
		err = s.drop("members", "place BETWEEN ? AND ?", first, last)
	}
	if err == nil {
		err = s.dropBody(n)
	}
	if err == nil {
		err = s.drop("reports", "n = ?", n)
	}
	return err
}

// drop deletes rows and enters how many.
func (s *session) drop(table, where string, args ...any) error {
	gone, err := s.numbers("DELETE FROM "+table+" WHERE "+where+" RETURNING 1", args...)
	s.enter(table, -int64(len(gone)))
	return err
}
