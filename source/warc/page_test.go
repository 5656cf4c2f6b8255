package warc_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"rapporteur/source/warc"
	"rapporteur/source/warc/warctest"
)

// only gives the one record of an archive.
func only(t *testing.T, record []byte) *warc.Record {
	t.Helper()
	r, err := warc.NewReader(bytes.NewReader(record), warc.Position{}).Next()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// packed packs some words.
func packed(t *testing.T, words []byte, with func(io.Writer) (io.WriteCloser, error)) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := with(&out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(words); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// chunked cuts a body into chunks, with an extension and a trailer.
func chunked(body []byte) []byte {
	var out bytes.Buffer
	for i := 0; i < len(body); i += 7 {
		end := min(i+7, len(body))
		fmt.Fprintf(&out, "%x; name=value\r\n%s\r\n", end-i, body[i:end])
	}
	return append(out.Bytes(), "0\r\nTrailer: yes\r\n\r\n"...)
}

func TestPage(t *testing.T) {
	words := []byte("<p>" + strings.Repeat("Both sides will meet in Bergen. ", 20) + "</p>")
	gz := packed(t, words, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil })
	for _, test := range []struct {
		name    string
		headers []string
		body    []byte
		want    string
	}{
		{"as it is", nil, words, ""},
		{"chunks", []string{"Transfer-Encoding: chunked"}, chunked(words), ""},
		{"chunks no more", []string{"transfer-encoding: Chunked"}, words, ""},
		{"chunks cut off", []string{"Transfer-Encoding: chunked"}, chunked(words)[:66], "a chunk has"},
		{"chunks without an end", []string{"Transfer-Encoding: chunked"}, []byte("3\r\nabc\r\n"), "its chunks end after 3 bytes"},
		{"gzip", []string{"Content-Encoding: gzip"}, gz, ""},
		{"gzip in chunks", []string{"Content-Encoding: x-gzip", "Transfer-Encoding: chunked"}, chunked(gz), ""},
		{"gzip no more", []string{"Content-Encoding: gzip"}, words, ""},
		{"gzip cut off", []string{"Content-Encoding: gzip"}, gz[:len(gz)-12], "packed as gzip: unexpected EOF"},
		{"zlib", []string{"Content-Encoding: deflate"}, packed(t, words, func(w io.Writer) (io.WriteCloser, error) { return zlib.NewWriter(w), nil }), ""},
		{"deflate", []string{"Content-Encoding: deflate"}, packed(t, words, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 5) }), ""},
		{"br", []string{"Content-Encoding: br"}, packed(t, words, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriter(w), nil }), ""},
		{"br no more", []string{"Content-Encoding: br"}, words, ""},
		{"zstd", []string{"Content-Encoding: zstd"}, packed(t, words, func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) }), ""},
		{"zstd no more", []string{"Content-Encoding: zstd"}, words, ""},
		{"two codings", []string{"Content-Encoding: identity, gzip"}, gz, ""},
		{"an unknown coding", []string{"Content-Encoding: aes128gcm"}, words, ""},
		{"packed over and over", []string{"Content-Encoding: gzip,gzip,gzip,gzip,gzip"}, gz, "packed 5 times"},
		{"a bomb", []string{"Content-Encoding: gzip"}, packed(t, make([]byte, warc.PageLargest+1), func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }), "more than 10485760 bytes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			headers := append([]string{"Content-Type: text/html", " ; charset=utf-8"}, test.headers...)
			page, err := only(t, warctest.Record{Target: "https://news.example/", Block: warctest.Answer("203 Fine", headers, test.body)}.Bytes()).Page()
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Fatalf("error %v, want %q", err, test.want)
				}
				return
			}
			if err != nil || page.Status != 203 || page.ContentType != "text/html ; charset=utf-8" || !bytes.Equal(page.Body, words) {
				t.Errorf("%v %+v", err, page)
			}
		})
	}
}

func TestPageWithoutAnAnswer(t *testing.T) {
	p, err := only(t, warctest.Record{Type: "resource", Fields: []string{"Content-Type: text/plain"}, Block: []byte("words")}.Bytes()).Page()
	if err != nil || p.Status != 200 || p.ContentType != "text/plain" || string(p.Body) != "words" {
		t.Errorf("%v %+v", err, p)
	}
	if p, err := only(t, warctest.Record{Block: []byte("HTTP/1.1 200 OK, and no more")}.Bytes()).Page(); err != nil || p.Status != 0 || p.Body != nil {
		t.Errorf("an answer without an end: %v %+v", err, p)
	}
}

func TestDigests(t *testing.T) {
	body := []byte("<p>words</p>")
	headers := []string{"Transfer-Encoding: chunked"}
	block := warctest.Answer("200 OK", headers, chunked(body))
	sum := sha256.Sum256(body)
	other := warctest.Digest([]byte("other words"))
	for _, test := range []struct {
		field string
		right bool
	}{
		{"WARC-Block-Digest: " + warctest.Digest(block), true},
		{"WARC-Block-Digest: " + strings.ToLower(warctest.Digest(block)), true},
		{"WARC-Block-Digest: " + other, false},
		{"WARC-Block-Digest: sha3:unknown", true},
		{"WARC-Payload-Digest: " + warctest.Digest(body), true},
		{"WARC-Payload-Digest: " + warctest.Digest(chunked(body)), true},
		{"WARC-Payload-Digest: sha-256:" + hex.EncodeToString(sum[:]), true},
		{"WARC-Payload-Digest: " + other, false},
		{"WARC-Payload-Digest: md5:00", false},
		{"WARC-Payload-Digest: sha512:00", false},
		{"WARC-Truncated: length\r\nWARC-Payload-Digest: " + other, true},
		{"WARC-Block-Digest: " + warctest.Digest(block) + "\r\nWARC-Payload-Digest: " + other, true},
	} {
		file := warctest.Record{Target: "https://news.example/", Fields: []string{test.field}, Block: block}.Bytes()
		_, err := warc.NewReader(bytes.NewReader(file), warc.Position{}).Next()
		var d *warc.Damage
		if errors.As(err, &d) == test.right || err != nil && !strings.Contains(err.Error(), "is not what it was") {
			t.Errorf("%s: %v", test.field, err)
		}
	}
}

func TestRecordFields(t *testing.T) {
	file := "WARC/1.0\r\nwarc-type: Revisit\r\nWARC-Target-URI: <https://news.example/a>\r\nWARC-Date: 2031-04-05T06:07Z\r\nWARC-Record-ID: <urn:x>\r\nno field\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
	r := only(t, []byte(file))
	if r.Version != "1.0" || r.Type != warc.Revisit || r.Target != "https://news.example/a" || r.Date.Minute() != 7 || r.ID != "<urn:x>" || len(r.Fields) != 5 {
		t.Errorf("%+v", r)
	}
}
