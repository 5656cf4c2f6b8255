package api

import (
	"rapporteur/service"
)

// Filters are those of the command line. Of several values of one, one must match.
type Filters struct {
	Actor    []string `query:"actor,explode" doc:"Only what this actor has part in: an id or a name."`
	State    []string `query:"state,explode" doc:"Only what somebody of this state has part in: an ISO 3166 alpha-3 code."`
	Issue    []string `query:"issue,explode" doc:"Only positions on this issue: its id."`
	Outlet   []string `query:"outlet,explode" doc:"Only what this outlet reports."`
	Place    []string `query:"place,explode" doc:"Only what is at this place: a name, or the code of a state."`
	Status   []string `query:"status,explode" doc:"Only meetings of this status, or events of this modality."`
	Stance   []string `query:"stance,explode" doc:"Only positions of this stance."`
	Type     []string `query:"type,explode" doc:"Only this kind of meeting, act of statement, PLOVER type of event or kind of notice."`
	Since    string   `query:"since" doc:"From this day on, YYYY-MM-DD."`
	Until    string   `query:"until" doc:"Up to this day."`
	Dossier  string   `query:"dossier" doc:"Only what belongs to this dossier."`
	AsOf     string   `query:"as_of" doc:"The record as it stood at the end of this day, or at this time."`
	Text     string   `query:"q" doc:"Only what these words support; in quotation marks for a phrase."`
	Disputed bool     `query:"disputed" doc:"Only what reports disagree on."`
	Oldest   bool     `query:"oldest" doc:"The oldest first."`
	NoText   bool     `query:"no_text" doc:"Leave out the words of the reports."`
}

// question is what the filters ask about a subject.
func (f *Filters) question(about service.Subject) service.Question {
	return service.Question{About: about, Actors: f.Actor, States: f.State, Issues: f.Issue, Outlets: f.Outlet, Places: f.Place,
		Statuses: f.Status, Stances: f.Stance, Types: f.Type, Since: f.Since, Until: f.Until, Dossier: f.Dossier, AsOf: f.AsOf,
		Text: f.Text, Disputed: f.Disputed, Oldest: f.Oldest, Silent: f.NoText}
}
