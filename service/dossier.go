package service

import (
	"context"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// checkDossier refuses a name that no dossier has.
func checkDossier(l *record.Look, name string) error {
	if name == "" {
		return nil
	}
	names, err := dossierNames(l)
	if err != nil {
		return err
	}
	if slices.Contains(names, name) {
		return nil
	}
	return invalid("--dossier "+name, "there is no dossier "+name+near(name, names, "; rapporteur dossier list lists them"))
}

// KeepDossier saves a question as a named part of the record and gives it as it was
// saved. replaced says that there was one of that name.
func KeepDossier(ctx context.Context, r *record.Record, name string, q Question) (d record.Dossier, replaced bool, err error) {
	if len(q.Actors)+len(q.States)+len(q.Issues)+len(q.Places)+len(q.Reports) == 0 && q.Since+q.Until+q.Text == "" {
		return d, false, invalid("dossier add", "say what belongs to it: --actor, --state, --issue, --place, --report, --text, --since or --until")
	}
	q.About = Everything
	var f record.Filter
	var all []record.Dossier
	err = q.look(ctx, r, func(l *record.Look, chosen record.Filter) (err error) {
		f = chosen
		all, err = l.Dossiers()
		return err
	})
	if err != nil {
		return d, false, err
	}
	replaced = slices.ContainsFunc(all, func(have record.Dossier) bool { return have.Name == name })
	d = record.Dossier{Name: name, Actors: f.Actors, States: f.States, Issues: f.Issues, Places: f.Places, Reports: f.Reports, Text: f.Text, Since: rapporteur.Date(q.Since), Until: rapporteur.Date(q.Until)}
	return d, replaced, r.SaveDossier(ctx, d)
}
