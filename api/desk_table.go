package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

type tableInput struct {
	Kind string `path:"kind" enum:"actors,issues,offices,outlets" doc:"What the table names."`
	Body struct {
		Rows []nameRow `json:"rows" minItems:"1" maxItems:"100000"`
	}
}

// nameRow is a name of a desk, under names of its own in the document.
type nameRow struct {
	ID    string `json:"id" minLength:"1" maxLength:"300" doc:"Of an actor or issue; of an office its title, of an outlet its name, as they stand on the record."`
	Name  string `json:"name" minLength:"1" maxLength:"300" doc:"What the desk calls it."`
	Actor given  `json:"actor,omitempty" enum:"state,person,organisation,group,collective" doc:"What an actor is that only this desk knows, so that it can be named in corrections."`
	State given  `json:"state,omitempty" maxLength:"300"`
}

// given is text that a body may leave out; it is not null, as the document says.
type given string

// UnmarshalJSON implements json.Unmarshaler.
func (g *given) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return errors.New("is null: leave it out")
	}
	return json.Unmarshal(data, (*string)(g))
}

type tableDropInput struct {
	Kind string `path:"kind" enum:"actors,issues,offices,outlets"`
}

// tables declares the tables of the desk that asks.
func (s *server) tables(a huma.API) {
	tags := []string{"desks"}
	huma.Register(a, huma.Operation{OperationID: "list-tables", Method: http.MethodGet, Path: Prefix + "/tables", Tags: tags, Summary: "What the desk that asks calls actors, issues, offices and outlets"},
		func(ctx context.Context, _ *struct{}) (*answer[[]record.Table], error) {
			all, err := record.TablesOf(s.Record).List(ctx)
			return &answer[[]record.Table]{filled(all)}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "put-table", Method: http.MethodPut, Path: Prefix + "/tables/{kind}", Tags: tags, Summary: "Give the desk a table, in the place of the one of its kind", DefaultStatus: http.StatusNoContent},
		func(ctx context.Context, in *tableInput) (*struct{}, error) {
			t := record.Table{Kind: record.TableKind(in.Kind)}
			for _, row := range in.Body.Rows {
				t.Rows = append(t.Rows, record.Named{ID: row.ID, Name: row.Name, Actor: rapporteur.ActorKind(row.Actor), State: string(row.State)})
			}
			return nil, problem(service.KeepTable(ctx, s.Record, t))
		})
	huma.Register(a, huma.Operation{OperationID: "drop-table", Method: http.MethodDelete, Path: Prefix + "/tables/{kind}", Tags: tags, Summary: "Take a table of the desk away", DefaultStatus: http.StatusNoContent},
		func(ctx context.Context, in *tableDropInput) (*struct{}, error) {
			return nil, absent(record.TablesOf(s.Record).Drop(ctx, record.TableKind(in.Kind)), "")
		})
}
