package sqlite

import (
	"encoding/json"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// Corrections implements record.View.
func (s personTable) Corrections(after int64, limit int) ([]record.Correction, error) {
	if limit <= 0 {
		limit = -1
	}
	return s.corrections("WHERE n > ? ORDER BY n LIMIT ?", after, limit)
}

// CorrectionsOf implements record.View. The table about has for each correction the
// one at its root, that it takes back or carries, or itself.
func (s personTable) CorrectionsOf(things ...string) ([]record.Correction, error) {
	all, err := list(things)
	if err != nil || len(things) == 0 {
		return nil, err
	}
	return s.corrections(`WHERE n IN (SELECT correction FROM about WHERE root IN (
  SELECT root FROM about WHERE thing IN (SELECT value FROM json_each(?)))) ORDER BY n`, all)
}

func (s personTable) corrections(where string, args ...any) ([]record.Correction, error) {
	return packed.All(s.each, packed.Correction, "SELECT n, at, body FROM corrections "+where, args...)
}

// PutCorrection implements record.Update.
func (s personTable) PutCorrection(c record.Correction) (int64, error) {
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
func (s personTable) Dossiers() ([]record.Dossier, error) {
	return packed.All(s.each, packed.JSON[record.Dossier], "SELECT body FROM dossiers ORDER BY name")
}

// PutDossier implements record.Update.
func (s personTable) PutDossier(d record.Dossier) error {
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return s.do(`INSERT INTO dossiers (name, body, seal) VALUES (?1, ?2, seal(?1, ?2))
ON CONFLICT DO UPDATE SET body = excluded.body, seal = excluded.seal`, d.Name, string(body))
}

// DropDossier implements record.Update.
func (s personTable) DropDossier(name string) error {
	return s.do("DELETE FROM dossiers WHERE name = ?", name)
}
