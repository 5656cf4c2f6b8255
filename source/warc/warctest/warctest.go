// Package warctest writes web archives for tests: in come records, out go the bytes of a
// WARC file as ISO 28500:2017 has them.
package warctest

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"strings"
)

// Record is one record to be written. Fields without a value are left out.
type Record struct {
	// Version is "1.1" where it is empty, Type "response", Date a day of 2031.
	Version, Type, Target, Date string
	// Fields stand behind those that every record has, one a line: "WARC-Truncated: length".
	Fields []string
	Block  []byte
}

// Bytes gives the record as it stands in an archive.
func (r Record) Bytes() []byte {
	or := func(value, other string) string {
		if value == "" {
			return other
		}
		return value
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "WARC/%s\r\nWARC-Type: %s\r\n", or(r.Version, "1.1"), or(r.Type, "response"))
	fmt.Fprintf(&out, "WARC-Record-ID: <urn:test:%x>\r\nWARC-Date: %s\r\n", sha1.Sum(r.Block), or(r.Date, "2031-04-05T06:07:08Z"))
	if r.Target != "" {
		fmt.Fprintf(&out, "WARC-Target-URI: %s\r\n", r.Target)
	}
	if or(r.Type, "response") == "response" {
		out.WriteString("Content-Type: application/http; msgtype=response\r\n")
	}
	for _, f := range r.Fields {
		out.WriteString(f + "\r\n")
	}
	fmt.Fprintf(&out, "Content-Length: %d\r\n\r\n%s\r\n\r\n", len(r.Block), r.Block)
	return out.Bytes()
}

// Answer gives what a server answers: its headers, one a line, and the body.
func Answer(status string, headers []string, body []byte) []byte {
	return []byte("HTTP/1.1 " + status + "\r\n" + strings.Join(append(headers, ""), "\r\n") + "\r\n" + string(body))
}

// Page gives the record of a page of HTML at an address.
func Page(target, html string) []byte {
	return Record{Target: target, Block: Answer("200 OK", []string{"Content-Type: text/html; charset=utf-8"}, []byte(html))}.Bytes()
}

// Digest gives the labelled digest of some bytes.
func Digest(data []byte) string {
	sum := sha1.Sum(data)
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}

// Zip compresses records, each as a member of its own.
func Zip(records ...[]byte) []byte {
	var out bytes.Buffer
	for _, r := range records {
		z := gzip.NewWriter(&out)
		if _, err := z.Write(r); err != nil {
			panic(err) // a buffer takes everything
		}
		if err := z.Close(); err != nil {
			panic(err)
		}
	}
	return out.Bytes()
}

// Join puts records one behind the other.
func Join(records ...[]byte) []byte { return bytes.Join(records, nil) }
