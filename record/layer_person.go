package record

import (
	"cmp"
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
	var roots []int64
	for _, thing := range things {
		roots = append(roots, l.roots[thing]...)
	}
	var own []Correction
	for _, root := range distinct(roots) {
		own = append(own, l.rooted[root]...)
	}
	slices.SortStableFunc(own, func(a, b Correction) int { return cmp.Compare(a.ID, b.ID) })
	return append(out, own...), nil
}

// index has a correction be found by what it is about.
func (l layeredPersons) index(c Correction) {
	root := c.Root()
	for _, thing := range c.About() {
		enter(l.roots, thing, root)
	}
	l.rooted[root] = append(slices.Clone(l.rooted[root]), c)
}

// PutCorrection implements Update.
func (l layeredPersons) PutCorrection(c Correction) (int64, error) {
	if c.Action == Carry {
		c.ID = firstOwn*2 + int64(len(l.carried)) + 1
		l.carried = append(l.carried, c)
		l.index(c)
		return c.ID, nil
	}
	if c.ID == 0 {
		c.ID = firstOwn + 1
		if n := len(l.corrections); n > 0 {
			c.ID = l.corrections[n-1].ID + 1
		}
	}
	l.corrections = append(l.corrections, c)
	l.index(c)
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
