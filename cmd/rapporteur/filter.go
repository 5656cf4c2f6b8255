package main

import (
	"strings"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/service"
)

// filterFlags choose what is shown. Of several values of one flag one must match.
type filterFlags struct {
	Actor   []string `help:"Only what this actor has part in: an id or a name." placeholder:"WHO" complete:"actors"`
	State   []string `help:"Only what somebody of this state has part in: an ISO 3166 alpha-3 code." placeholder:"CODE" complete:"states"`
	Issue   []string `help:"Only positions on this issue: its id." placeholder:"ID" complete:"issues"`
	Outlet  []string `help:"Only what this outlet reports." placeholder:"NAME" complete:"outlets"`
	Since   string   `help:"What the press had of the days from this one on, YYYY-MM-DD: what happened then, or where its day is not known was reported then." placeholder:"DATE"`
	Until   string   `help:"What the press had of the days up to this one, as the record sees it now; --as-of asks what the record knew." placeholder:"DATE"`
	Dossier string   `help:"Only what belongs to this dossier." placeholder:"NAME" complete:"dossiers"`
	asOfFlag
}

// asOfFlag asks for the record of a past day.
type asOfFlag struct {
	AsOf string `name:"as-of" help:"What the record knew at the end of this day, YYYY-MM-DD, or at this time: the reports added by then, as they were merged and corrected then." placeholder:"DATE"`
}

// tell says beside an answer without a heading that it is of a past day.
func (f asOfFlag) tell(c *terminal.Console) {
	if at, err := service.Moment(f.AsOf); err == nil && !at.IsZero() {
		c.Tell("%s; --until asks what the press had by a day", export.AsOf(&at))
	}
}

// question is what the flags ask about a subject.
func (f *filterFlags) question(about service.Subject) service.Question {
	return service.Question{About: about, Actors: f.Actor, States: f.State, Issues: f.Issue, Outlets: f.Outlet,
		Since: f.Since, Until: f.Until, Dossier: f.Dossier, AsOf: f.AsOf}
}

// cut says on standard error that a list is not all there is.
func cut(c *terminal.Console, shown, offset, total int, over bool) {
	of := "%d of %d; --limit 0 for all"
	if over {
		of = "%d of more than %d; --limit 0 for all"
	}
	if offset+shown < total {
		c.Tell(of, shown, total)
	}
}

// about names what a question is limited to.
func (f *filterFlags) about() string {
	var parts []string
	for _, p := range [][]string{{f.Dossier}, f.Actor, f.State, f.Issue, f.Outlet} {
		if len(p) > 0 && p[0] != "" {
			parts = append(parts, strings.Join(p, " or "))
		}
	}
	return strings.Join(parts, ", ")
}
