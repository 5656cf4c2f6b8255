package postgres

import (
	"encoding/json"
	"maps"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// reportRows are new reports of an update that are not yet written, with their texts.
type reportRows struct {
	rows map[int64]*newReport
	// ids are theirs, groups the names of the groups that they are in.
	ids    map[string]bool
	groups map[record.Grouping]map[string]bool
}

// newReport is a report with its text and the words of its sentences as the tables have
// them.
type newReport struct {
	record.ReportRow
	appearances string
	body        []byte
	places      []int64
	words       []string
}

// newReportOf is a report as the tables will have it.
func newReportOf(r record.ReportRow, body *record.Body) (*newReport, error) {
	appearances, err := json.Marshal(r.Appearances)
	if err != nil {
		return nil, err
	}
	out := &newReport{ReportRow: r, appearances: string(appearances)}
	if body == nil {
		return out, nil
	}
	if out.body, err = packed.Body(body); err != nil {
		return nil, err
	}
	out.places, out.words, err = indexed(r.Number, body)
	return out, err
}

// put adds a report, or takes the place of one that is not yet written.
func (n *reportRows) put(r *newReport) {
	if n.rows == nil {
		n.rows, n.ids = map[int64]*newReport{}, map[string]bool{}
		n.groups = map[record.Grouping]map[string]bool{record.ByWire: {}, record.ByArticle: {}}
	}
	if was := n.rows[r.Number]; was != nil {
		r.ID, r.Arrived = was.ID, was.Arrived
		if r.body == nil {
			r.body, r.places, r.words = was.body, was.places, was.words
		}
	}
	n.rows[r.Number], n.ids[clean(r.ID)] = r, true
	n.groups[record.ByWire][r.Wire], n.groups[record.ByArticle][r.Article] = true, true
}

// hasAny says whether any of some reports, by their numbers, is not yet written.
func (n *reportRows) hasAny(numbers []int64) bool {
	return slices.ContainsFunc(numbers, func(number int64) bool { return n.rows[number] != nil })
}

// written has new reports written where they may be among those that are asked for.
func (s *session) written(asked func(n *reportRows) bool) error {
	if s.pending == nil || len(s.pending.reports.rows) == 0 || !asked(&s.pending.reports) {
		return nil
	}
	return s.pending.flushReports()
}

// all asks for all reports.
func (n *reportRows) all() bool { return true }

// flushReports writes new reports.
func (p *pending) flushReports() error {
	if len(p.reports.rows) == 0 {
		return nil
	}
	var t textColumns
	var numbers, arrived, length []int64
	var sketches, bodies [][]byte
	var places []int64
	var words []string
	for _, n := range slices.Sorted(maps.Keys(p.reports.rows)) {
		r := p.reports.rows[n]
		t.add(r)
		numbers, arrived, length = append(numbers, n), append(arrived, packed.Millis(r.Arrived)), append(length, int64(r.Length))
		sketches, bodies = append(sketches, packed.Sketch(r.Sketch)), append(bodies, r.body)
		places, words = append(places, r.places...), append(words, r.words...)
	}
	p.reports = reportRows{}
	err := p.do(insertReports, append([]any{numbers, arrived, length, sketches}, t.columns()...)...)
	if err == nil {
		err = p.do("INSERT INTO bodies (report, body) SELECT * FROM unnest($1::bigint[], $2::bytea[])", numbers, bodies)
	}
	if err != nil || len(places) == 0 {
		return err
	}
	return p.do(insertSentences, places, words)
}

const insertReports = `INSERT INTO reports (n, arrived, length, sketch, id, url, outlet, title, byline, published, language, genre, appearances, wire, article, superseded_by, credit, source)
SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
  $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[])`

// textColumns are the columns of reports that are texts, in the order of insertReports.
type textColumns [14][]string

func (t *textColumns) add(r *newReport) {
	for i, text := range [len(t)]string{clean(r.ID), clean(string(r.URL)), clean(string(r.Outlet)), clean(string(r.Title)), clean(string(r.Byline)), string(r.Published),
		clean(string(r.Language)), string(r.Genre), r.appearances, r.Wire, r.Article, r.SupersededBy, clean(r.Credit), clean(r.Source)} {
		t[i] = append(t[i], text)
	}
}

func (t *textColumns) columns() []any {
	var out []any
	for _, column := range t {
		out = append(out, column)
	}
	return out
}
