package mcp

import (
	"context"
	"encoding/json"
	"strings"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// The addresses of resources.
const (
	reportAddress = "rapporteur://report/"
	entryAddress  = "rapporteur://entry/"
)

// resources declares a report as text and an entry as its evidence, and a question that
// people put often.
func (s *server) resources(to *sdk.Server) {
	to.AddResourceTemplate(&sdk.ResourceTemplate{Name: "entry", Title: "An entry with its evidence", MIMEType: "application/json", URITemplate: entryAddress + "{id}"}, s.resource)
	if !s.Silent {
		to.AddResourceTemplate(&sdk.ResourceTemplate{Name: "report", Title: "The text of a report", MIMEType: "text/plain", URITemplate: reportAddress + "{id}"}, s.resource)
	}
	to.AddPrompt(&sdk.Prompt{Name: "morning_brief", Title: "What is new", Description: "A page of what is new in a dossier, every line with its source.",
		Arguments: []*sdk.PromptArgument{{Name: "dossier", Description: "the name of a dossier; the whole record unless said"}}},
		func(_ context.Context, in *sdk.GetPromptRequest) (*sdk.GetPromptResult, error) {
			about := "the whole record"
			if name := in.Params.Arguments["dossier"]; name != "" {
				about = "the dossier " + name
			}
			words := "Call brief for " + about + ". Write one page: who met, who moved, what each party wants, what is to come, what is in dispute. After each sentence give the id of its entry, the outlet and the day. Quote words as they stand. Say what is claimed by one side alone, and leave out what no entry holds."
			return &sdk.GetPromptResult{Messages: []*sdk.PromptMessage{{Role: "user", Content: &sdk.TextContent{Text: words}}}}, nil
		})
}

// resource reads a report or an entry.
func (s *server) resource(ctx context.Context, in *sdk.ReadResourceRequest) (*sdk.ReadResourceResult, error) {
	ctx = access.With(ctx, s.who)
	if err := access.Allow(ctx, access.Ask); err != nil {
		return nil, err
	}
	out := &sdk.ResourceContents{URI: in.Params.URI, MIMEType: "text/plain"}
	var err error
	if id, ok := strings.CutPrefix(in.Params.URI, reportAddress); ok {
		var r *record.Report
		if r, _, err = service.ReportOf(ctx, s.Record, id, "", s.Silent); err == nil { // its text alone, so that places in it are those of quotes
			out.Text = r.Text
			out.Meta = sdk.Meta{"outlet": string(r.Outlet), "published": string(r.Published), "address": string(r.URL), "genre": string(r.Genre)}
		}
	} else {
		var e Evidence
		if e, err = s.evidence(ctx, EvidenceInput{ID: strings.TrimPrefix(in.Params.URI, entryAddress)}); err == nil {
			data, wrong := json.Marshal(e)
			out.Text, out.MIMEType, err = string(data), "application/json", wrong
		}
	}
	if rapporteur.CodeOf(err) == rapporteur.NotFound {
		return nil, sdk.ResourceNotFoundError(in.Params.URI)
	}
	if err != nil {
		return nil, err
	}
	return &sdk.ReadResourceResult{Contents: []*sdk.ResourceContents{out}}, nil
}
