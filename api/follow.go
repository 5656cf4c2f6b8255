package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"rapporteur/follow"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// followed is what is followed, under names of its own in the document.
type followed struct {
	ID       int64     `json:"id"`
	Kind     string    `json:"kind,omitempty" doc:"feed, sitemap, section or folder; empty until it was first asked."`
	Title    string    `json:"title,omitempty"`
	Address  string    `json:"address,omitempty" doc:"Empty for a folder."`
	Given    string    `json:"given,omitempty" doc:"The address as it was added, where it has moved."`
	Site     string    `json:"site,omitempty"`
	Outlet   string    `json:"outlet,omitempty"`
	State    string    `json:"state" enum:"well,failing,gone,new" doc:"How it does."`
	Items    int       `json:"items" doc:"Reports that it has listed."`
	Waiting  int       `json:"waiting" doc:"Those that are still to be fetched."`
	Failed   int       `json:"failed" doc:"Those that were given up."`
	Answered time.Time `json:"answered,omitzero"`
	Due      time.Time `json:"due,omitzero" doc:"When it is asked next."`
	Failures int       `json:"failures,omitempty" doc:"How often in a row it has failed."`
	Problem  string    `json:"problem,omitempty"`
}

// follower answers what is asked of what is followed.
type follower struct{ Options }

// follows declares the list of what is followed. It is changed where the record lies, as
// folders of that machine can be followed.
func (s *follower) follows(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "list-follows", Method: http.MethodGet, Path: Prefix + "/follows", Tags: []string{"lists"},
		Summary: "What the desk that asks follows (feeds, sitemaps, pages, folders), and how it does"}, s.list)
}

func (s *follower) list(ctx context.Context, _ *struct{}) (*answer[[]followed], error) {
	out := []followed{}
	if s.Follows == nil {
		return &answer[[]followed]{out}, nil
	}
	desk, err := service.DeskFollows(ctx, s.Record)
	if err != nil {
		return nil, problem(err)
	}
	all, err := follow.List(ctx, s.Follows, desk.Name)
	for i := range all {
		f := &all[i]
		if f.Kind == follow.Folder {
			f.Address, f.Problem = "", strings.ReplaceAll(f.Problem, f.Address, f.Title) // a path of the server's is nobody's business
		}
		out = append(out, followed{ID: f.ID, Kind: string(f.Kind), Title: f.Title, Address: f.Address, Given: f.Given, Site: f.Site, Outlet: f.Outlet, State: f.Standing(),
			Items: f.Items, Waiting: f.Waiting, Failed: f.Failed, Answered: f.Answered, Due: f.Due, Failures: f.Failures, Problem: f.Problem})
	}
	return &answer[[]followed]{out}, problem(err)
}
