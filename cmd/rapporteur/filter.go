package main

import (
	"rapporteur/cmd/internal/terminal"
	"rapporteur/service"
)

// filterFlags choose what is shown. Of several values of one flag one must match.
type filterFlags struct {
	Actor   []string `help:"Only what this actor has part in: an id or a name." placeholder:"WHO" complete:"actors"`
	State   []string `help:"Only what somebody of this state has part in: an ISO 3166 alpha-3 code." placeholder:"CODE" complete:"states"`
	Issue   []string `help:"Only positions on this issue: its id." placeholder:"ID" complete:"issues"`
	Outlet  []string `help:"Only what this outlet reports." placeholder:"NAME" complete:"outlets"`
	Since   string   `help:"From this day on, YYYY-MM-DD." placeholder:"DATE"`
	Until   string   `help:"Up to this day." placeholder:"DATE"`
	Dossier string   `help:"Only what belongs to this dossier." placeholder:"NAME" complete:"dossiers"`
	asOfFlag
}

// asOfFlag asks for the record of a past day.
type asOfFlag struct {
	AsOf string `name:"as-of" help:"The record as it stood at the end of this day, YYYY-MM-DD, or at this time." placeholder:"DATE"`
}

// question is what the flags ask about a subject.
func (f *filterFlags) question(about service.Subject) service.Question {
	return service.Question{About: about, Actors: f.Actor, States: f.State, Issues: f.Issue, Outlets: f.Outlet,
		Since: f.Since, Until: f.Until, Dossier: f.Dossier, AsOf: f.AsOf}
}

// cut says on standard error that a list is not all there is.
func cut(c *terminal.Console, shown, offset, total int) {
	if offset+shown < total {
		c.Tell("%d of %d; --limit 0 for all", shown, total)
	}
}
