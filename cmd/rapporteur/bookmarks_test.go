package main

import (
	"strings"
	"testing"
)

// TestBookmarksAt keeps no address of a database, which may hold a password, in a name.
func TestBookmarksAt(t *testing.T) {
	if got := bookmarksAt("/a/r.db"); got != "/a/r.db.resume" {
		t.Error(got)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	one, other := bookmarksAt("postgres://kim:secret@host/one"), bookmarksAt("postgres://kim:secret@host/other")
	if one == other || strings.Contains(one, "secret") || strings.Contains(one, "postgres:") {
		t.Errorf("%q %q", one, other)
	}
}
