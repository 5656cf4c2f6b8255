package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/store/sqlite"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// withKey sends a key with every request.
type withKey string

func (k withKey) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+string(k))
	return http.DefaultTransport.RoundTrip(r)
}

// withKeys gives a record a key of each role.
func withKeys(t *testing.T, path string) map[access.Role]string {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, sqlite.Write)
	if err != nil {
		t.Fatal(err)
	}
	desk := access.New(db.Access(), access.Options{})
	keys := map[access.Role]string{}
	for _, role := range []access.Role{access.Reader, access.Editor} {
		if keys[role], _, err = desk.AddKey(t.Context(), "assistant-"+string(role), role, time.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestMCPOverHTTP lets in who has a key and lets those write who may.
func TestMCPOverHTTP(t *testing.T) {
	path := seeded(t)
	keys := withKeys(t, path)
	base, stop := toolsAt(t, &mcpCmd{HTTP: "127.0.0.1:0", Login: true, AllowWrite: true, dbFlag: dbFlag{DB: place(path)}})
	a, err := http.Post(base, "application/json", strings.NewReader("{}"))
	if err != nil || a.StatusCode != http.StatusUnauthorized {
		t.Errorf("without a key: %v %v", a, err)
	}
	for role, key := range keys {
		s, err := sdk.NewClient(&sdk.Implementation{Name: "t", Version: "1"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: base, HTTPClient: &http.Client{Transport: withKey(key)}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "list_dossiers"}); err != nil || got.IsError {
			t.Errorf("%s: %v %v", role, got, err)
		}
		got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "add_report", Arguments: map[string]any{"text": "Kenya met Uganda in Oslo."}})
		if err != nil || got.IsError != (role == access.Reader) {
			t.Errorf("%s adds: %+v %v", role, got, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestMCPOverStreams speaks over standard input and output as an assistant does that
// starts the program; it can change nothing unless it is let, and hears no words of
// reports where none are given.
func TestMCPOverStreams(t *testing.T) {
	path := seeded(t)
	for _, tt := range []struct {
		cmd    *mcpCmd
		writes bool
	}{{&mcpCmd{AllowWrite: true, dbFlag: dbFlag{DB: place(path)}}, true}, {&mcpCmd{dbFlag: dbFlag{DB: place(path)}}, false}, {&mcpCmd{NoText: true, dbFlag: dbFlag{DB: place(path)}}, false}} {
		toServer, ours := io.Pipe()
		theirs, fromServer := io.Pipe()
		c := &terminal.Console{Stdin: toServer, Stdout: fromServer, Stderr: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now}
		done := make(chan error, 1)
		go func() { done <- tt.cmd.Run(t.Context(), c); _ = fromServer.Close() }()
		s, err := sdk.NewClient(&sdk.Implementation{Name: "t", Version: "1"}, nil).Connect(t.Context(), &sdk.IOTransport{Reader: theirs, Writer: ours}, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "add_report", Arguments: map[string]any{"text": "Kenya met Uganda in Oslo. Rwanda was not invited."}})
		if (err == nil && !got.IsError) != tt.writes {
			t.Errorf("it writes: %v %v", got, err)
		}
		met, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "who_meets"})
		if err != nil || met.IsError {
			t.Fatal(met, err)
		}
		words := met.Content[0].(*sdk.TextContent).Text
		if !strings.Contains(words, `"excluded"`) || strings.Contains(words, "not invited") == tt.cmd.NoText {
			t.Error(words)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// TestMCPRefuses does not open itself to others without a key, nor at no address.
func TestMCPRefuses(t *testing.T) {
	c := &terminal.Console{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now}
	for address, says := range map[string]string{"0.0.0.0:0": "keys add", "here": "HOST:PORT", "127.0.0.1:99999": "nothing can listen"} {
		cmd := &mcpCmd{HTTP: address, dbFlag: dbFlag{DB: place(seeded(t))}}
		if err := cmd.Run(t.Context(), c); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// toolsAt starts the command and gives where it answers.
func toolsAt(t *testing.T, cmd *mcpCmd) (base string, stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	c := &terminal.Console{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: in, Getenv: func(string) string { return "" }, Now: time.Now}
	done := make(chan error, 1)
	go func() { done <- cmd.Run(ctx, c); _ = in.Close() }()
	lines := bufio.NewScanner(out)
	address := regexp.MustCompile(`tools at (\S+/mcp);`)
	for base == "" && lines.Scan() {
		if m := address.FindStringSubmatch(lines.Text()); m != nil {
			base = m[1]
		}
	}
	if base == "" {
		t.Fatal(<-done)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }() // the log
	return base, func() error { cancel(); return <-done }
}

// TestServeHasTools gives those who may log in the tools of assistants as well; they
// change nothing but where the server lets them and the key's role does.
func TestServeHasTools(t *testing.T) {
	path := seeded(t)
	keys := withKeys(t, path)
	for _, lets := range []bool{false, true} {
		s := serving(t, &serveCmd{Listen: "127.0.0.1:0", PublicURL: "https://desk.example", MCPWrite: lets, Rate: 100, Log: "json", dbFlag: dbFlag{DB: place(path)}})
		a, err := http.Post(s.base+"/mcp", "application/json", strings.NewReader("{}"))
		if err != nil || a.StatusCode != http.StatusUnauthorized {
			t.Errorf("without a key: %v %v", a, err)
		}
		proxied := httptest.NewRequestWithContext(t.Context(), http.MethodPost, s.base+"/mcp", strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"ping"}`))
		proxied.RequestURI, proxied.Host = "", "desk.example"
		proxied.Header = http.Header{"Content-Type": {"application/json"}, "Accept": {"application/json, text/event-stream"}, "Authorization": {"Bearer " + keys[access.Reader]}}
		if a, err := http.DefaultClient.Do(proxied); err != nil || a.StatusCode != http.StatusOK {
			t.Errorf("behind a proxy: %v %v", a, err)
		}
		for role, key := range keys {
			tools, err := sdk.NewClient(&sdk.Implementation{Name: "t", Version: "1"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: s.base + "/mcp", HTTPClient: &http.Client{Transport: withKey(key)}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := tools.CallTool(t.Context(), &sdk.CallToolParams{Name: "list_dossiers"}); err != nil || got.IsError {
				t.Errorf("%s: %v %v", role, got, err)
			}
			got, err := tools.CallTool(t.Context(), &sdk.CallToolParams{Name: "add_report", Arguments: map[string]any{"text": "Kenya met Uganda in Oslo."}})
			if added := err == nil && !got.IsError; added != (lets && role == access.Editor) {
				t.Errorf("%s adds: %t %+v %v", role, added, got, err)
			}
			if err := tools.Close(); err != nil {
				t.Error(err)
			}
		}
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	}
}
