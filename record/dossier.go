package record

import "context"

// SaveDossier keeps a filter under its name; one of the same name is replaced. A
// dossier without a name or a condition is Invalid.
func (r *Record) SaveDossier(ctx context.Context, d Dossier) error {
	if d.Name == "" || len(d.Actors)+len(d.States)+len(d.Issues)+len(d.Places)+len(d.Reports)+len(d.Text)+len(d.Since)+len(d.Until) == 0 {
		return invalid("save dossier", "give it a name and an actor, a state, an issue, a place, a report, words or a time")
	}
	if err := (&Query{}).during(d.Since, d.Until); err != nil {
		return err
	}
	return r.store.Update(ctx, func(u Update) error {
		if name := r.Namespace(ctx); name != "" {
			return keepDossier(u, name, d)
		}
		return u.PutDossier(d)
	})
}

// DropDossier forgets a saved filter; one that is not there is Invalid.
func (r *Record) DropDossier(ctx context.Context, name string) error {
	return r.store.Update(ctx, func(u Update) error {
		if desk := r.Namespace(ctx); desk != "" {
			return dropDossier(u, desk, name)
		}
		all, err := u.Dossiers()
		if err != nil {
			return err
		}
		for _, d := range all {
			if d.Name == name {
				return u.DropDossier(name)
			}
		}
		return unknown("drop dossier", "dossier", name)
	})
}
