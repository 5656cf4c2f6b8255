package record

import (
	"context"
	"slices"
	"time"
)

// Own is what a desk has of its own, as another record can take it in.
type Own struct {
	Namespace
	Dossiers    []Dossier    `json:"dossiers,omitempty"`
	Corrections []Correction `json:"corrections,omitempty"`
	Tables      []Table      `json:"tables,omitempty"`
}

// shared gives the look at the shared record below that of a desk, and the desk's name;
// the look itself and nothing where it is nobody's.
func (l *Look) shared() (*Look, string) {
	v := l.store
	if n, ok := v.(namedView); ok {
		v = n.View
	}
	if d, ok := v.(*deskView); ok {
		return newLook(d.layeredTerms.base, l.at), d.layer.name
	}
	return l, ""
}

// ownOf gives what a desk has of its own, with the corrections up to a time, zero for all.
func ownOf(v DeskView, name string, at time.Time) (*Own, error) {
	desk, err := deskOf(v, name)
	if err != nil {
		return nil, err
	}
	out := &Own{Namespace: *desk}
	rows, err := v.DeskRows(name, deskCorrection)
	if err != nil {
		return nil, err
	}
	if out.Corrections, err = decodedRows[Correction](rows); err != nil {
		return nil, err
	}
	out.Corrections = slices.DeleteFunc(out.Corrections, func(c Correction) bool { return !at.IsZero() && c.At.After(at) })
	if rows, err = v.DeskRows(name, deskDossier); err != nil {
		return nil, err
	}
	if out.Dossiers, err = decodedRows[Dossier](rows); err != nil {
		return nil, err
	}
	out.Tables, err = tablesOf(v, name)
	return out, err
}

// RestoreOwn puts what a desk had on another record on this one: for the desk in whose
// name that is asked, which has corrected nothing yet, within its quotas; in nobody's name
// for a desk of the name that it had there, which is made. Corrections keep their numbers.
// It gives how many were left out, as they are about what is everybody's.
func (r *Record) RestoreOwn(ctx context.Context, own Own) (left int, err error) {
	name := r.Namespace(ctx)
	err = r.store.Update(ctx, func(u Update) error {
		desk, err := takenInFor(u, name, &own)
		if err != nil {
			return err
		}
		all := slices.DeleteFunc(slices.Clone(own.Corrections), func(c Correction) bool {
			return c.Action == Carry || c.Kind == ReportKind && c.Action == Set
		})
		left = len(own.Corrections) - len(all)
		if most := desk.Corrections; most > 0 && len(all) > most {
			return overQuota("import", desk.Name, most, "corrections", "nothing was taken in")
		}
		for _, c := range all {
			c.Namespace = desk.Name
			if err := nameActors(u, &c); err != nil {
				return err
			}
			if err := putRow(u, desk.Name, deskCorrection, correctionKey(c.ID), c); err != nil {
				return err
			}
		}
		for _, d := range own.Dossiers {
			if err := keepDossier(u, desk.Name, d); err != nil {
				return err
			}
		}
		return restoreTables(u, desk, own.Tables)
	})
	return left, err
}

// takenInFor gives the desk for which something is taken in.
func takenInFor(u Update, name string, own *Own) (*Namespace, error) {
	if name == "" {
		have, err := u.DeskRows(own.Name, deskItself)
		if err != nil || len(have) > 0 {
			return nil, refusal(err, "import "+own.Name, "there is a desk of that name; make another with rapporteur namespace add, and import with --namespace for that one")
		}
		if !deskForm.MatchString(own.Name) {
			return nil, invalid("import "+own.Name, "that is no name of a desk; make one with rapporteur namespace add, and import with --namespace for it")
		}
		return &own.Namespace, putRow(u, own.Name, deskItself, own.Name, own.Namespace)
	}
	desk, err := deskOf(u, name)
	if err != nil {
		return nil, err
	}
	have, err := u.DeskRows(name, deskCorrection)
	if err != nil || len(have) > 0 {
		return nil, refusal(err, "import", "the desk "+name+" has corrected something already, and its numbers are taken; import for a new one: rapporteur namespace add")
	}
	return desk, nil
}

// restoreTables gives a desk tables within its quota.
func restoreTables(u Update, desk *Namespace, tables []Table) error {
	n := 0
	for _, t := range tables {
		n += len(t.Rows)
	}
	if desk.Names > 0 && n > desk.Names {
		return overQuota("import", desk.Name, desk.Names, "names", "nothing was taken in")
	}
	for _, t := range tables {
		if err := putRow(u, desk.Name, deskTableKind, string(t.Kind), t); err != nil {
			return err
		}
	}
	return nil
}
