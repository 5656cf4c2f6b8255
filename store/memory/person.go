package memory

import (
	"maps"
	"slices"

	"rapporteur/record"
)

// Corrections implements record.View.
func (t personTable) Corrections(after int64, limit int) ([]record.Correction, error) {
	return slices.Clone(page(t.corrections, limit, int(after))), nil
}

// CorrectionsOf implements record.View.
func (t personTable) CorrectionsOf(things ...string) ([]record.Correction, error) {
	roots := map[int64]bool{}
	for _, c := range t.corrections {
		if slices.ContainsFunc(c.About(), func(thing string) bool { return slices.Contains(things, thing) }) {
			roots[c.Root()] = true
		}
	}
	var out []record.Correction
	for _, c := range t.corrections {
		if roots[c.Root()] {
			out = append(out, c)
		}
	}
	return out, nil
}

// PutCorrection implements record.Update.
func (t personTable) PutCorrection(c record.Correction) (int64, error) {
	c.ID = int64(len(t.corrections)) + 1
	t.corrections = append(t.corrections, c)
	return c.ID, nil
}

// Dossiers implements record.View.
func (t personTable) Dossiers() ([]record.Dossier, error) {
	var out []record.Dossier
	for _, name := range slices.Sorted(maps.Keys(t.dossiers)) {
		out = append(out, t.dossiers[name])
	}
	return out, nil
}

// PutDossier implements record.Update.
func (t personTable) PutDossier(d record.Dossier) error {
	t.dossiers[d.Name] = d
	return nil
}

// DropDossier implements record.Update.
func (t personTable) DropDossier(name string) error {
	delete(t.dossiers, name)
	return nil
}
