package api

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"rapporteur"
	"rapporteur/dataset"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// exportInput asks for a part of the record as data.
type exportInput struct {
	Filters
	Format string   `path:"format" enum:"csv,xlsx,parquet,gdelt,polecat,geojson,ical,atom,dna,annotations,jsonl" doc:"What to write; rapporteur help export explains them."`
	Table  []string `query:"table,explode" enum:"events,meetings,participants,statements,positions,sources,actors,reports" doc:"Only these tables."`
	Limit  int      `query:"limit" default:"10000" minimum:"1" maximum:"100000" doc:"The most entries; rapporteur export has no such bound."`
}

// exportTypes are the types of exports of one file; those of several come as a ZIP file.
var exportTypes = map[string][2]string{
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"}, "geojson": {"application/geo+json", "geojson"},
	"ical": {"text/calendar; charset=utf-8", "ics"}, "atom": {media["atom"], "atom"}, "dna": {media["csv"], "csv"},
	"annotations": {"application/ld+json", "jsonld"}, "jsonl": {media["jsonl"], "jsonl"},
}

const zipped = "application/zip"

// exports declares the record as data.
func (s *server) exports(a huma.API) {
	content := map[string]*huma.MediaType{zipped: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}
	for _, kind := range exportTypes {
		content[bare(kind[0])] = &huma.MediaType{Schema: &huma.Schema{}} // each format has a document of its own
	}
	huma.Register(a, huma.Operation{OperationID: "get-export", Method: http.MethodGet, Path: Prefix + "/exports/{format}", Tags: []string{"tables"},
		Summary:   "The record, or a part of it, as data: tables, GDELT and POLECAT rows, GeoJSON, calendar and more; several files come as one ZIP file",
		Responses: map[string]*huma.Response{"200": {Description: "The export.", Content: content}}}, s.export)
}

func (s *server) export(ctx context.Context, in *exportInput) (*document, error) {
	format, _ := dataset.FormatOf(in.Format)
	q := in.question(dataset.AboutTables(in.Table))
	q.Limit = in.Limit
	made := s.Now().UTC()
	o := dataset.Options{Tables: in.Table, Today: rapporteur.Date(made.Format(time.DateOnly)), Title: in.Dossier}
	var err error
	o.Provenance, err = service.Provenance{Program: "rapporteur " + s.Version, Schema: rapporteur.Schema, Made: made.Format(time.RFC3339), Asked: q.Flags(), Silent: q.Silent}.Cite()
	if err != nil {
		return nil, problem(err)
	}
	out := &document{Type: exportTypes[in.Format][0], Disposition: `attachment; filename="rapporteur.` + exportTypes[in.Format][1] + `"`}
	if format.Folder {
		out.Type, out.Disposition = zipped, `attachment; filename="rapporteur-`+in.Format+`.zip"`
		out.Body, err = s.folder(ctx, q, format, o)
	} else {
		body := &bytes.Buffer{}
		o.To = dataset.Stream{W: body}
		err = s.extract(ctx, q, format, o)
		out.Body = body.Bytes()
	}
	return out, problem(err)
}

func (s *server) extract(ctx context.Context, q service.Question, format dataset.Format, o dataset.Options) error {
	w, err := format.Open(o)
	if err != nil {
		return err
	}
	if err := service.Extract(ctx, s.Record, q, w); err != nil {
		return err
	}
	return w.Close()
}

// folder makes an export of several files, whose writers write side by side, and packs
// it into one.
func (s *server) folder(ctx context.Context, q service.Question, format dataset.Format, o dataset.Options) (packed []byte, err error) {
	dir, err := os.MkdirTemp("", "rapporteur-export-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	o.To = &dataset.Folder{Path: filepath.Join(dir, "export")}
	if err := s.extract(ctx, q, format, o); err != nil {
		return nil, err
	}
	body := &bytes.Buffer{}
	z := zip.NewWriter(body)
	if err := z.AddFS(os.DirFS(filepath.Join(dir, "export"))); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return body.Bytes(), nil
}
