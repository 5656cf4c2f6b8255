package api

import (
	"context"
	"net/http"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// evidence is what an entry stands on, report by report.
type evidence struct {
	Entry   record.Entry     `json:"entry"`
	Sources []evidenceSource `json:"sources" doc:"The reports that tell of it, the first published first."`
	Changes []record.Change  `json:"changes" doc:"What happened to the entry, the oldest first."`
}

// evidenceSource is one report with the paragraphs in which the words stand.
type evidenceSource struct {
	Report    string            `json:"report"`
	Outlet    rapporteur.Text   `json:"outlet"`
	Published rapporteur.Date   `json:"published"`
	Title     rapporteur.Text   `json:"title"`
	URL       rapporteur.Text   `json:"url"`
	Told      *rapporteur.Told  `json:"told,omitempty" doc:"By which words the report tells it, and how surely, of the first reports."`
	Passages  []evidencePassage `json:"passages" doc:"Of an entry of many reports those of the first and the last."`
}

type evidencePassage struct {
	Kind        rapporteur.ParagraphKind `json:"kind"`
	Start       int                      `json:"start" doc:"Its first code point in the report's text."`
	Language    string                   `json:"language,omitempty" doc:"Where it is not English."`
	Translation string                   `json:"translation,omitempty" doc:"What it was read from, where it does not stand in English."`
	Runs        []evidenceRun            `json:"runs" doc:"Its words; together they are the paragraph."`
}

type evidenceRun struct {
	Text      string            `json:"text"`
	Evidence  bool              `json:"evidence,omitempty" doc:"The entry stands on them."`
	Highlight service.Highlight `json:"highlight,omitempty" doc:"What they are in the entry."`
}

// proofs declares what an entry stands on, and what changed.
func (s *tabler) proofs(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "get-evidence", Method: http.MethodGet, Path: Prefix + "/entries/{id}/evidence", Tags: []string{"entries"},
		Summary: "The words that an entry stands on, marked in their paragraphs, report by report"}, s.evidence)
	huma.Register(a, huma.Operation{OperationID: "get-what-changed", Method: http.MethodGet, Path: Prefix + "/what-changed", Tags: []string{"tables"}, Responses: in[*service.Changed](a, "markdown"),
		Summary: "What is new, moved, withdrawn, merged and corrected on the record between two times"}, s.changed)
}

// evidenceInput asks for the words of an entry.
type evidenceInput struct {
	ID   string `path:"id" maxLength:"80" doc:"The id of an entry."`
	AsOf string `query:"as_of" doc:"The record as it stood at the end of this day, or at this time."`
}

func (s *tabler) evidence(ctx context.Context, in *evidenceInput) (*answer[evidence], error) {
	got, err := service.EvidenceOf(ctx, s.Record, s.Explain, in.ID, in.AsOf)
	if err != nil {
		return nil, absent(err, in.AsOf)
	}
	out := evidence{Entry: *got.Entry, Sources: []evidenceSource{}, Changes: filled(got.Changes)}
	for _, from := range got.Sources {
		m := from.Member
		one := evidenceSource{Report: m.Report, Outlet: m.Outlet, Published: m.Published, Title: m.Title, URL: m.URL, Passages: []evidencePassage{}}
		if b := m.Basis(); b != nil {
			one.Told = b.Told
		}
		for _, p := range from.Passages {
			passage := evidencePassage{Kind: p.Kind, Start: p.Start, Language: p.Language, Translation: p.Translation}
			for _, r := range p.Runs {
				passage.Runs = append(passage.Runs, evidenceRun(r))
			}
			one.Passages = append(one.Passages, passage)
		}
		out.Sources = append(out.Sources, one)
	}
	return &answer[evidence]{out}, nil
}
