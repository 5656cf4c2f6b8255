package sqlite

import (
	"rapporteur/record"
	"rapporteur/store/packed"
)

// PutReport implements record.Update.
func (s reportTable) PutReport(r record.ReportRow, body record.Body) (int64, error) {
	appearances, err := list(r.Appearances)
	if err != nil {
		return 0, err
	}
	n, err := s.exec(`INSERT INTO reports (id, url, outlet, title, byline, published, language, genre, arrived,
  appearances, wire, article, superseded_by, credit, source, length, sketch, seal) VALUES (`+numbered(17)+", seal("+numbered(17)+"))",
		r.ID, r.URL, r.Outlet, r.Title, r.Byline, r.Published, r.Language, r.Genre, millis(r.Arrived),
		appearances, r.Wire, r.Article, r.SupersededBy, r.Credit, r.Source, r.Length, packed.Sketch(r.Sketch))
	if err != nil {
		return 0, err
	}
	s.enter("reports", 1)
	return n, s.putBody(n, body)
}

// SetReport implements record.Update.
func (s reportTable) SetReport(r record.ReportRow, body *record.Body) error {
	appearances, err := list(r.Appearances)
	if err != nil {
		return err
	}
	err = s.do(`UPDATE reports SET url=?1, outlet=?2, title=?3, byline=?4, published=?5, language=?6, genre=?7,
  appearances=?8, wire=?9, article=?10, superseded_by=?11, credit=?12, source=?13, length=?14, sketch=?15,
  seal=seal(id, ?1, ?2, ?3, ?4, ?5, ?6, ?7, arrived, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) WHERE n = ?16`,
		r.URL, r.Outlet, r.Title, r.Byline, r.Published, r.Language, r.Genre,
		appearances, r.Wire, r.Article, r.SupersededBy, r.Credit, r.Source, r.Length, packed.Sketch(r.Sketch), r.Number)
	if err != nil || body == nil {
		return err
	}
	if err := s.dropBody(r.Number); err != nil {
		return err
	}
	return s.putBody(r.Number, *body)
}

// putBody keeps a text and makes its sentences found.
func (s reportTable) putBody(n int64, body record.Body) error {
	data, err := packed.Body(&body)
	if err != nil {
		return err
	}
	if err := s.do("INSERT INTO bodies (report, body, seal) VALUES (?1, ?2, seal(?1, ?2))", n, data); err != nil {
		return err
	}
	s.enter("bodies", 1)
	return s.index("sentences", n, &body)
}

func (s reportTable) dropBody(n int64) error {
	if err := s.do("DELETE FROM sentences WHERE rowid BETWEEN ? AND ?", placeOf(n, 0), placeOf(n, noSentence)); err != nil {
		return err
	}
	return s.drop("bodies", "report = ?", n)
}

// DropReport implements record.Update.
func (s reportTable) DropReport(n int64) error {
	first, last := placeOf(n, 0), placeOf(n, noSentence)
	err := s.do("DELETE FROM memberships WHERE member IN (SELECT n FROM members WHERE place BETWEEN ? AND ?)", first, last)
	if err == nil {
		err = s.do("DELETE FROM further WHERE member IN (SELECT n FROM members WHERE place BETWEEN ? AND ?)", first, last)
	}
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
func (s reportTable) drop(table, where string, args ...any) error {
	gone, err := s.numbers("DELETE FROM "+table+" WHERE "+where+" RETURNING 1", args...)
	s.enter(table, -int64(len(gone)))
	return err
}
