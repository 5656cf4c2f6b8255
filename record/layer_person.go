package record

import (
	"slices"

	"rapporteur"
)

// layeredPersons is what persons wrote, as a desk sees it: of dossiers and of lists of
// corrections its own, of corrections that count the shared ones too.
type layeredPersons struct{ layered }

// Corrections implements View.
func (l layeredPersons) Corrections(after int64, limit int) ([]Correction, error) {
	var out []Correction
	for _, c := range slices.Concat(l.corrections, l.carried) {
		if c.ID > after {
			out = append(out, c)
		}
	}
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out, nil
}

// CorrectionsOf implements View.
func (l layeredPersons) CorrectionsOf(things ...string) ([]Correction, error) {
	out, err := l.base.CorrectionsOf(things...)
	if err != nil {
		return nil, err
	}
	roots := map[int64]bool{}
	all := slices.Concat(l.corrections, l.carried)
	for _, c := range all {
		if slices.ContainsFunc(c.About(), func(thing string) bool { return slices.Contains(things, thing) }) {
			roots[c.Root()] = true
		}
	}
	for _, c := range all {
		if roots[c.Root()] {
			out = append(out, c)
		}
	}
	return out, nil
}

// PutCorrection implements Update.
func (l layeredPersons) PutCorrection(c Correction) (int64, error) {
	if c.Action == Carry {
		c.ID = firstOwn*2 + int64(len(l.carried)) + 1
		l.carried = append(l.carried, c)
		return c.ID, nil
	}
	if c.ID == 0 {
		c.ID = firstOwn + 1
		if n := len(l.corrections); n > 0 {
			c.ID = l.corrections[n-1].ID + 1
		}
	}
	l.corrections = append(l.corrections, c)
	return c.ID, nil
}

// Dossiers implements View.
func (l layeredPersons) Dossiers() ([]Dossier, error) { return slices.Clone(l.dossiers), nil }

// PutActor implements Update; an actor gets its name when what names it is written down.
func (l layeredPersons) PutActor(rapporteur.Actor) error { return nil }

// PutDossier implements Update.
func (l layeredPersons) PutDossier(Dossier) error { return errShared() }

// DropDossier implements Update.
func (l layeredPersons) DropDossier(string) error { return errShared() }
