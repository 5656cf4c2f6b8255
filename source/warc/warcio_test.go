package warc_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/source/warc"
	"rapporteur/source/warc/warctest"
)

// archived is what both sides say of a record.
type archived struct {
	Type   string `json:"type"`
	Target string `json:"target"`
	ID     string `json:"id"`
	// Page is the sum of what was served, unpacked; empty where there is none.
	Page string `json:"page"`
}

// warcio runs the script with warcio from PyPI: RAPPORTEUR_WARCIO is the Python of an
// environment that has it, as .ci/run makes one.
func warcio(t *testing.T, args ...string) []archived {
	t.Helper()
	python := os.Getenv("RAPPORTEUR_WARCIO")
	if python == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("RAPPORTEUR_WARCIO is not set; .ci/run installs warcio and sets it")
		}
		t.Skip("set RAPPORTEUR_WARCIO to a Python that has warcio: python3 -m venv V && V/bin/pip install warcio==1.8.1")
	}
	cmd := exec.CommandContext(t.Context(), python, append([]string{"testdata/roundtrip.py"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []archived
	for line := range bytes.Lines(out) {
		var one archived
		if err := json.Unmarshal(line, &one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

// TestWarcio reads 1,000 records that warcio writes, in both versions, plain and packed.
func TestWarcio(t *testing.T) {
	for _, version := range []string{"1.0", "1.1"} {
		for _, name := range []string{"a.warc", "a.warc.gz"} {
			path := filepath.Join(t.TempDir(), name)
			want := warcio(t, "write", path, version)
			if len(want) != 1000 {
				t.Fatalf("%d records were written", len(want))
			}
			if diff := cmp.Diff(want, readAll(t, path)); diff != "" {
				t.Errorf("%s %s: %s", version, name, diff)
			}
		}
	}
}

// readAll tells of all records of an archive what the script tells.
func readAll(t *testing.T, path string) []archived {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []archived
	for r := warc.NewReader(f, warc.Position{}); ; {
		record, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		one := archived{Type: string(record.Type), Target: record.Target, ID: record.ID}
		if record.Type != warc.Revisit && record.Type != "request" {
			page, err := record.Page()
			if err != nil {
				t.Fatal(err)
			}
			one.Page = sum(page.Body)
		}
		out = append(out, one)
	}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// TestWarcioReads lets warcio read, and check the digests of, 1,000 records that the
// writer of the tests writes: what the other tests read are archives.
func TestWarcioReads(t *testing.T) {
	var records [][]byte
	var want []archived
	for n := range 1000 {
		body := []byte(strings.Repeat(fmt.Sprintf("<p>Number %d.</p>", n), n))
		block := warctest.Answer("200 OK", []string{"Content-Type: text/html"}, body)
		r := warctest.Record{Target: fmt.Sprintf("https://news.example/%d", n), Block: block,
			Fields: []string{"WARC-Block-Digest: " + warctest.Digest(block), "WARC-Payload-Digest: " + warctest.Digest(body)}}
		records = append(records, r.Bytes())
		one, err := warc.NewReader(bytes.NewReader(r.Bytes()), warc.Position{}).Next()
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, archived{"response", r.Target, one.ID, sum(body)})
	}
	path := filepath.Join(t.TempDir(), "b.warc.gz")
	if err := os.WriteFile(path, warctest.Zip(records...), 0o600); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, warcio(t, "read", path)); diff != "" {
		t.Error(diff)
	}
}
