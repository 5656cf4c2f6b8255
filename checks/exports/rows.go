package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// marks are what stands once in each row of a format that is one file.
var marks = map[string]string{
	"geojson":     "\n{\"type\":\"Feature\"",
	"ical":        "BEGIN:VEVENT",
	"atom":        "<entry>",
	"annotations": "\"type\":\"Annotation\"",
	"dna":         "\n",
	"jsonl":       "\n",
}

// heads is the number of lines of a format, and of each file of one, that are no rows.
var heads = map[string]int{"csv": 1, "polecat": 1, "dna": 1, "jsonl": 1}

// rows counts what an export holds; XLSX and Parquet are not looked into.
func rows(format, path string) (int, error) {
	if mark := marks[format]; mark != "" {
		n, err := countIn(path, mark)
		return n - heads[format], err
	}
	var files []string
	for _, pattern := range []string{"*.csv", "*.CSV", "*.txt", "*.tsv"} {
		found, err := filepath.Glob(filepath.Join(path, pattern))
		if err != nil {
			return 0, err
		}
		files = append(files, found...)
	}
	total := 0
	for _, file := range files {
		n, err := countIn(file, "\n")
		if err != nil {
			return 0, err
		}
		if n -= heads[format]; n > 0 {
			total += n
		}
	}
	return total, nil
}

// countIn counts how often some words stand in a file.
func countIn(path, words string) (int, error) {
	f, err := os.Open(path) //nolint:gosec // what was just exported
	if err != nil {
		return 0, err
	}
	n, err := count(f, words)
	return n, errors.Join(err, f.Close())
}

func count(r io.Reader, words string) (int, error) {
	in := bufio.NewReaderSize(r, 1<<20)
	var rest []byte
	total := 0
	buf := make([]byte, 1<<20)
	for {
		n, err := in.Read(buf)
		rest = append(rest, buf[:n]...)
		total += bytes.Count(rest, []byte(words))
		if at := bytes.LastIndex(rest, []byte(words)); at >= 0 {
			rest = rest[at+len(words):]
		}
		rest = append([]byte{}, rest[max(0, len(rest)-len(words)+1):]...)
		if err == io.EOF {
			return total, nil
		}
		if err != nil {
			return 0, err
		}
	}
}
