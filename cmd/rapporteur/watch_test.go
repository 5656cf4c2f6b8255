package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/follow"
)

// TestRoundTold names what does not come by its title and link, and tells what waits from
// what failed.
func TestRoundTold(t *testing.T) {
	src := &follow.Source{ID: 1, Address: "https://quay.example/feed"}
	item := &follow.Item{Key: "k", Title: "Ferry", Address: "https://quay.example/a"}
	for _, tt := range []struct {
		name    string
		outcome string
		all     bool
		want    string
	}{
		{"failed", "failed", false, "Ferry https://quay.example/a: no answer"},
		{"waits, where all is told", "waiting", true, "Ferry https://quay.example/a waits: no answer"},
		{"waits", "waiting", false, ""},
	} {
		var out strings.Builder
		told := &roundTold{console: &terminal.Console{Stdout: io.Discard, Stderr: &out, Getenv: func(string) string { return "" }, Now: time.Now}, whose: follow.Everybody, all: tt.all}
		told.event(follow.Event{Source: src, Item: item, Outcome: tt.outcome, Err: errors.New("no answer")})
		if got := strings.TrimSpace(out.String()); !strings.HasSuffix(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
	words := roundWords(follow.Summary{New: 3, Waiting: 3})
	if !strings.Contains(words, "0 failed; 3 wait (rapporteur follow failures)") {
		t.Error(words)
	}
}
