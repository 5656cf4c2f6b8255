package api

import (
	"context"
	"net/http"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/dataset"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// knower answers what the program knows beside the record, and finds words in it.
type knower struct{ Options }

// known declares what the program knows beside the record.
func (s *knower) known(a huma.API) {
	tags := []string{"knowledge"}
	huma.Register(a, huma.Operation{OperationID: "list-issues", Method: http.MethodGet, Path: Prefix + "/issues", Tags: tags,
		Summary: "The issues of negotiation and the acts of statements that filters take"},
		func(context.Context, *struct{}) (*answer[[]service.Term], error) {
			o, err := s.Tables.Ontology()
			if err != nil {
				return nil, problem(err)
			}
			terms, err := service.Issues(o)
			return &answer[[]service.Term]{filled(terms)}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "get-codebook", Method: http.MethodGet, Path: Prefix + "/codebook", Tags: tags,
		Summary: "What every field, code and rule means, with figures of quality"},
		func(context.Context, *struct{}) (*answer[[]dataset.Explained], error) { return s.codebook() })
	huma.Register(a, huma.Operation{OperationID: "list-known-actors", Method: http.MethodGet, Path: Prefix + "/known-actors", Tags: tags,
		Summary: "States, bodies and persons that the tables know, who held which office when, and whom reports named in one"}, s.knownActors)
	huma.Register(a, huma.Operation{OperationID: "get-me", Method: http.MethodGet, Path: Prefix + "/me", Tags: tags,
		Summary: "Who asks, and what they may do"},
		func(ctx context.Context, _ *struct{}) (*answer[access.Who], error) {
			who, _ := access.From(ctx)
			return &answer[access.Who]{who}, nil
		})
}

func (s *knower) codebook() (*answer[[]dataset.Explained], error) {
	codes, err := s.Tables.Ontology()
	if err != nil {
		return nil, problem(err)
	}
	p, err := service.Provenance{Program: "rapporteur " + s.Version, Schema: rapporteur.Schema}.Cite()
	if err != nil {
		return nil, problem(err)
	}
	all, err := dataset.Codebook(codes, p)
	return &answer[[]dataset.Explained]{filled(all)}, problem(err)
}

// knownInput asks who is known.
type knownInput struct {
	Name   string `query:"name" maxLength:"200" doc:"Words of a name, or an id."`
	Kind   string `query:"kind" enum:"state,person,organisation,group,collective" doc:"Only this kind."`
	State  string `query:"state" maxLength:"20" doc:"Only what belongs to a state; with office, offices held for this state or body."`
	Office string `query:"office" maxLength:"80" doc:"Only who held an office, by its id: head-of-government."`
	On     string `query:"on" maxLength:"10" doc:"Only offices held on this day, or presumed to be."`
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"1000" doc:"The most actors."`
}

// knownPage are the first of the actors that match.
type knownPage struct {
	Items []service.KnownActor `json:"items"`
	Total int                  `json:"total" doc:"How many match."`
}

func (s *knower) knownActors(ctx context.Context, in *knownInput) (*answer[knownPage], error) {
	base, err := s.Tables.Knowledge()
	if err != nil {
		return nil, problem(err)
	}
	learned, err := service.LearnedOn(ctx, s.Record, in.On)
	if err != nil {
		return nil, problem(err)
	}
	q := service.Who{Learned: learned, Name: in.Name, Kind: in.Kind, State: in.State, Office: in.Office, On: in.On}
	found, err := q.Find(base)
	if err != nil {
		return nil, problem(err)
	}
	return &answer[knownPage]{knownPage{filled(found[:min(in.Limit, len(found))]), len(found)}}, nil
}

// searchInput asks for sentences.
type searchInput struct {
	Text   string `query:"q" required:"true" minLength:"1" maxLength:"400" doc:"Words that the sentence holds, all of them; in quotation marks for a phrase."`
	Since  string `query:"since" doc:"Only reports of this day or later, YYYY-MM-DD."`
	Until  string `query:"until" doc:"Only reports of this day or before."`
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"500" doc:"The most sentences."`
	Offset int    `query:"offset" minimum:"0" maximum:"100000" doc:"Leave out so many first."`
}

// search declares the search in the words of reports.
func (s *knower) search(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "search", Method: http.MethodGet, Path: Prefix + "/search", Tags: []string{"lists"},
		Summary: "Sentences of the reports that hold words, the last to arrive first"},
		func(ctx context.Context, in *searchInput) (*answer[[]record.Found], error) {
			for flag, day := range map[string]string{"since": in.Since, "until": in.Until} {
				if err := service.Day(flag, day); err != nil {
					return nil, problem(err)
				}
			}
			found, err := s.Record.Search(ctx, record.Filter{Text: in.Text, Since: rapporteur.Date(in.Since), Until: rapporteur.Date(in.Until), Limit: in.Limit, Offset: in.Offset})
			return &answer[[]record.Found]{filled(found)}, problem(err)
		})
}
