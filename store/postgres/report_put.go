package postgres

import (
	"encoding/json"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// PutReport implements record.Update.
func (s reportTable) PutReport(r record.ReportRow, body record.Body) (int64, error) {
	appearances, err := json.Marshal(r.Appearances)
	if err != nil {
		return 0, err
	}
	n, err := s.pending.numbering.number("reports")
	if err != nil {
		return 0, err
	}
	things := append(append(theReports(n), reportIDs(r.ID)...), append(groups(record.ByWire, r.Wire), groups(record.ByArticle, r.Article)...)...)
	if err := s.claimed(things); err != nil {
		return 0, err
	}
	err = s.do(`INSERT INTO reports (n, id, url, outlet, title, byline, published, language, genre, arrived,
  appearances, wire, article, superseded_by, credit, source, length, sketch) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)`,
		n, clean(r.ID), clean(string(r.URL)), clean(string(r.Outlet)), clean(string(r.Title)), clean(string(r.Byline)), string(r.Published), clean(string(r.Language)), string(r.Genre), packed.Millis(r.Arrived),
		string(appearances), r.Wire, r.Article, r.SupersededBy, clean(r.Credit), clean(r.Source), int64(r.Length), packed.Sketch(r.Sketch))
	if err != nil {
		return 0, err
	}
	return n, s.putBody(n, body)
}

// SetReport implements record.Update.
func (s reportTable) SetReport(r record.ReportRow, body *record.Body) error {
	appearances, err := json.Marshal(r.Appearances)
	if err != nil {
		return err
	}
	if err := s.claimGroups(r); err != nil {
		return err
	}
	err = s.do(`UPDATE reports SET url=$1, outlet=$2, title=$3, byline=$4, published=$5, language=$6, genre=$7,
  appearances=$8, wire=$9, article=$10, superseded_by=$11, credit=$12, source=$13, length=$14, sketch=$15 WHERE n = $16`,
		clean(string(r.URL)), clean(string(r.Outlet)), clean(string(r.Title)), clean(string(r.Byline)), string(r.Published), clean(string(r.Language)), string(r.Genre),
		string(appearances), r.Wire, r.Article, r.SupersededBy, clean(r.Credit), clean(r.Source), int64(r.Length), packed.Sketch(r.Sketch), r.Number)
	if err != nil || body == nil {
		return err
	}
	if err := s.dropBody(r.Number); err != nil {
		return err
	}
	return s.putBody(r.Number, *body)
}

// claimGroups claims a report, the groups that it is in and those that it will be in.
func (s reportTable) claimGroups(r record.ReportRow) error {
	if s.claims == nil {
		return nil
	}
	if err := s.claimed(theReports(r.Number)); err != nil {
		return err
	}
	was, err := s.reports("WHERE n = $1", r.Number)
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
func (s reportTable) putBody(n int64, body record.Body) error {
	data, err := packed.Body(&body)
	if err != nil {
		return err
	}
	if err := s.do("INSERT INTO bodies (report, body) VALUES ($1, $2)", n, data); err != nil {
		return err
	}
	return s.index(n, &body)
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
