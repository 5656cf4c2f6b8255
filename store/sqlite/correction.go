package sqlite

import (
	"encoding/json"

	"rapporteur/record"
)

// Corrections implements record.View.
func (s *session) Corrections(after int64) ([]record.Correction, error) {
	var out []record.Correction
	err := s.each(func(r row) error {
		var c record.Correction
		var n, at int64
		var body string
		if err := r.Scan(&n, &at, &body); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(body), &c)
		c.ID, c.At = n, instant(at)
		out = append(out, c)
		return err
	}, "SELECT n, at, body FROM corrections WHERE n > ? ORDER BY n", after)
	return out, err
}

// PutCorrection implements record.Update.
func (s *session) PutCorrection(c record.Correction) (int64, error) {
	body, err := json.Marshal(c)
	if err != nil {
		return 0, err
	}
	n, err := s.exec("INSERT INTO corrections (at, body) VALUES (?, ?)", millis(c.At), string(body))
	if err != nil {
		return 0, err
	}
	s.enter("corrections", 1)
	return n, s.do("UPDATE corrections SET seal = "+sealOf("corrections")+" WHERE n = ?", n)
}

// Dossiers implements record.View.
func (s *session) Dossiers() ([]record.Dossier, error) {
	var out []record.Dossier
	err := s.each(func(r row) error {
		var d record.Dossier
		var body string
		if err := r.Scan(&body); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(body), &d)
		out = append(out, d)
		return err
	}, "SELECT body FROM dossiers ORDER BY name")
	return out, err
}

// PutDossier implements record.Update.
func (s *session) PutDossier(d record.Dossier) error {
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return s.do(`INSERT INTO dossiers (name, body, seal) VALUES (?1, ?2, seal(?1, ?2))
ON CONFLICT DO UPDATE SET body = excluded.body, seal = excluded.seal`, d.Name, string(body))
}

// DropDossier implements record.Update.
func (s *session) DropDossier(name string) error {
	return s.do("DELETE FROM dossiers WHERE name = ?", name)
}
