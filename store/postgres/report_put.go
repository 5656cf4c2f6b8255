package postgres

import (
	"rapporteur/record"
	"rapporteur/store/packed"
)

// PutReport implements record.Update.
func (s reportTable) PutReport(r record.ReportRow, body record.Body) (int64, error) {
	month := monthOf(r.Arrived)
	if err := s.inMonth(month); err != nil {
		return 0, err
	}
	n, err := s.pending.numbering.number("reports", month)
	if err != nil {
		return 0, err
	}
	things := append(append(theReports(n), reportIDs(r.ID)...), append(groups(record.ByWire, r.Wire), groups(record.ByArticle, r.Article)...)...)
	if err := s.claimed(things); err != nil {
		return 0, err
	}
	r.Number = n
	row, err := newReportOf(r, &body)
	if err != nil {
		return 0, err
	}
	s.pending.reports.put(row)
	return n, nil
}

// SetReport implements record.Update.
func (s reportTable) SetReport(r record.ReportRow, body *record.Body) error {
	if err := s.claimGroups(r); err != nil {
		return err
	}
	row, err := newReportOf(r, body)
	if err != nil {
		return err
	}
	if s.pending.reports.rows[r.Number] != nil {
		s.pending.reports.put(row)
		return nil
	}
	err = s.do(`UPDATE reports SET url=$1, outlet=$2, title=$3, byline=$4, published=$5, language=$6, genre=$7,
  appearances=$8, wire=$9, article=$10, superseded_by=$11, credit=$12, source=$13, length=$14, sketch=$15 WHERE n = $16`,
		clean(string(r.URL)), clean(string(r.Outlet)), clean(string(r.Title)), clean(string(r.Byline)), string(r.Published), clean(string(r.Language)), string(r.Genre),
		row.appearances, r.Wire, r.Article, r.SupersededBy, clean(r.Credit), clean(r.Source), int64(r.Length), packed.Sketch(r.Sketch), r.Number)
	if err != nil || body == nil {
		return err
	}
	if err := s.dropBody(r.Number); err != nil {
		return err
	}
	return s.putBody(row)
}

// claimGroups claims a report, the groups that it is in and those that it will be in.
func (s reportTable) claimGroups(r record.ReportRow) error {
	if s.claims == nil {
		return nil
	}
	if err := s.claimed(theReports(r.Number)); err != nil {
		return err
	}
	var was []record.ReportRow
	var err error
	if fresh := s.pending.reports.rows[r.Number]; fresh != nil {
		was = []record.ReportRow{fresh.ReportRow}
	} else {
		was, err = s.reports("WHERE n = $1", r.Number)
	}
	var things []thing
	for _, one := range append(was, r) {
		things = append(append(things, groups(record.ByWire, one.Wire)...), groups(record.ByArticle, one.Article)...)
	}
	if err != nil {
		return err
	}
	return s.claimed(things)
}

// putBody keeps a text and makes its sentences found.
func (s reportTable) putBody(r *newReport) error {
	if err := s.do("INSERT INTO bodies (report, body) VALUES ($1, $2)", r.Number, r.body); err != nil || len(r.places) == 0 {
		return err
	}
	return s.do(insertSentences, r.places, r.words)
}

func (s reportTable) dropBody(n int64) error {
	if err := s.do("DELETE FROM sentences WHERE place BETWEEN $1 AND $2", packed.Place(n, 0), packed.Place(n, packed.NoSentence)); err != nil {
		return err
	}
	return s.do("DELETE FROM bodies WHERE report = $1", n)
}

// DropReport implements record.Update.
func (s reportTable) DropReport(n int64) error {
	if err := s.aloneOnly(); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	first, last := packed.Place(n, 0), packed.Place(n, packed.NoSentence)
	for _, query := range []string{
		"DELETE FROM memberships WHERE member IN (SELECT n FROM members WHERE place BETWEEN $1 AND $2)",
		"DELETE FROM further WHERE member IN (SELECT n FROM members WHERE place BETWEEN $1 AND $2)",
		"DELETE FROM members WHERE place BETWEEN $1 AND $2",
	} {
		if err := s.do(query, first, last); err != nil {
			return err
		}
	}
	if err := s.dropBody(n); err != nil {
		return err
	}
	return s.do("DELETE FROM reports WHERE n = $1", n)
}
