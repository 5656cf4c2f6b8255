package main

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/store/sqlite"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// atDeskOf sends a key with every request, and the name of a desk.
type atDeskOf struct{ key, desk string }

func (k atDeskOf) RoundTrip(r *http.Request) (*http.Response, error) {
	if k.desk != "" {
		r.Header.Set(access.NamespaceHeader, k.desk)
	}
	return withKey(k.key).RoundTrip(r)
}

// withDesks makes two desks, each with a dossier and a key that opens there alone.
func withDesks(t *testing.T, path string) map[string]string {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, sqlite.Write)
	if err != nil {
		t.Fatal(err)
	}
	r, desk := record.New(db, time.Now), access.New(db.Access(), access.Options{})
	keys := map[string]string{}
	for _, name := range []string{"north", "south"} {
		if err := r.AddNamespace(t.Context(), name, record.Quota{}); err != nil {
			t.Fatal(err)
		}
		if err := r.For(name).SaveDossier(t.Context(), record.Dossier{Name: "only-" + name, States: []string{"KEN"}}); err != nil {
			t.Fatal(err)
		}
		key, k, err := desk.AddKey(t.Context(), name, access.None, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if err := desk.SetGrant(t.Context(), access.KeyHolder(k.ID), name, access.Editor); err != nil {
			t.Fatal(err)
		}
		keys[name] = key
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return keys
}

var meetingID = regexp.MustCompile(`\bm[0-9a-f]{10}\b`)

// TestMCPOfDesksOverHTTP answers an assistant in the name of its key's desk, whether it
// names that or not, and lets it into no other; what it rejects is gone from that desk
// alone.
func TestMCPOfDesksOverHTTP(t *testing.T) {
	path := seeded(t)
	keys := withDesks(t, path)
	base, stop := toolsAt(t, &mcpCmd{HTTP: "127.0.0.1:0", Login: true, AllowWrite: true, dbFlag: dbFlag{DB: place(path)}})
	connect := func(key, desk string) (*sdk.ClientSession, error) {
		return sdk.NewClient(&sdk.Implementation{Name: "t", Version: "1"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: base, HTTPClient: &http.Client{Transport: atDeskOf{key, desk}}}, nil)
	}
	for name, key := range keys {
		for _, said := range []string{"", name} {
			s, err := connect(key, said)
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "list_dossiers"})
			if err != nil || got.IsError {
				t.Fatal(got, err)
			}
			if words := got.Content[0].(*sdk.TextContent).Text; !strings.Contains(words, "only-"+name) || strings.Count(words, "only-") != strings.Count(words, "only-"+name) {
				t.Errorf("%s is told %s", name, words)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	if s, err := connect(keys["north"], "south"); err == nil {
		t.Error("a key opens at another desk")
		_ = s.Close()
	}
	meetings := func(name string, reject bool) (id string) {
		s, err := connect(keys[name], "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "add_report", Arguments: map[string]any{"text": "Kenya met Uganda in Oslo. Rwanda was not invited."}}); err != nil {
			t.Fatal(err)
		}
		met, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "who_meets"})
		if err != nil {
			t.Fatal(err)
		}
		id = meetingID.FindString(met.Content[0].(*sdk.TextContent).Text)
		if reject {
			if got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "reject", Arguments: map[string]any{"id": id}}); err != nil || got.IsError {
				t.Fatal(id, got, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		return id
	}
	rejected := meetings("north", true)
	if here, there := meetings("north", false), meetings("south", false); rejected == "" || here == rejected || there != rejected {
		t.Errorf("north rejected %q and has %q, south has %q", rejected, here, there)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}
