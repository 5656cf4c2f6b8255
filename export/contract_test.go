package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/source"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// reports gives the examples, read.
func readings(t *testing.T) []*rapporteur.Reading {
	t.Helper()
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	return readingsBy(t, reader)
}

// readingsBy reads the examples.
func readingsBy(t *testing.T, reader *reading.Reader) []*rapporteur.Reading {
	t.Helper()
	files, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	var out []*rapporteur.Reading
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		report, err := source.Parse(file, data, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		read, err := reader.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, read)
	}
	return out
}

// TestContract validates every output against the published schema.
func TestContract(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../docs/schema/rapporteur-1.json")
	if err != nil {
		t.Fatal(err)
	}
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(readingsBy(t, reader), readingsBy(t, reader.Explaining())...) {
		for name, write := range map[string]func(*bytes.Buffer) error{
			"json":  func(b *bytes.Buffer) error { return export.JSON(b, r) },
			"jsonl": func(b *bytes.Buffer) error { return export.JSONLine(b, r) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(&b)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s of %s: %v", name, r.Report.ID, err)
			}
		}
	}
}

// TestSpans holds the contract's first promise: the text of a span is that
// slice of the report, in code points, and every entry has evidence.
func TestSpans(t *testing.T) {
	for _, r := range readings(t) {
		points := []rune(r.Report.Text)
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := json.Unmarshal(data, &tree); err != nil {
			t.Fatal(err)
		}
		walk(tree, func(span map[string]any) {
			start, end := int(span["start"].(float64)), int(span["end"].(float64))
			if start < 0 || end > len(points) || start >= end || string(points[start:end]) != span["text"] {
				t.Errorf("span %d-%d says %q", start, end, span["text"])
			}
		})
	}
}

// walk visits every span of a decoded reading.
func walk(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["text"].(string); ok && v["start"] != nil {
			visit(v)
		}
		for _, x := range v {
			walk(x, visit)
		}
	case []any:
		for _, x := range v {
			walk(x, visit)
		}
	}
}
