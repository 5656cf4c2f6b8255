package api

import (
	"bytes"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// document is an answer that is already written, in one of several forms.
type document struct {
	Type string `header:"Content-Type"`
	// Disposition names the file that a browser keeps, empty for what it shows.
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

// media are the types of the forms of answers.
var media = map[string]string{
	"json": "application/json", "jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8", "markdown": "text/markdown; charset=utf-8",
	"text": "text/plain; charset=utf-8", "html": "text/html; charset=utf-8", "svg": "image/svg+xml", "atom": "application/atom+xml; charset=utf-8",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

// bare is a type without its parameters, as the document of the interface names it.
func bare(kind string) string {
	before, _, _ := bytes.Cut([]byte(kind), []byte(";"))
	return string(before)
}

// in declares an answer of type T as JSON, and in other forms as text.
func in[T any](a huma.API, others ...string) map[string]*huma.Response {
	content := map[string]*huma.MediaType{"application/json": {Schema: a.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[T](), true, "")}}
	for _, form := range others {
		content[bare(media[form])] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	}
	return map[string]*huma.Response{"200": {Description: "The answer, in the form that was asked for.", Content: content}}
}

// feedAlone declares an answer that is a feed alone.
func feedAlone() map[string]*huma.Response {
	content := map[string]*huma.MediaType{bare(media["atom"]): {Schema: &huma.Schema{Type: huma.TypeString}}}
	return map[string]*huma.Response{"200": {Description: "The feed.", Content: content}}
}

// written is a document in a form.
func written(form string, write func(*bytes.Buffer) error) (*document, error) {
	out, body := &document{Type: media[form]}, &bytes.Buffer{}
	if err := write(body); err != nil {
		return nil, problem(err)
	}
	out.Body = body.Bytes()
	return out, nil
}
