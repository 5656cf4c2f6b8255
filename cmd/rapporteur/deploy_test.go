package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/cmd/internal/terminal"

	"github.com/alecthomas/kong"
	natsd "github.com/nats-io/nats-server/v2/server"
	"go.yaml.in/yaml/v3"
)

// deployed reads the files of a kind below deploy.
func deployed(t *testing.T, pattern string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../deploy/" + pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files %s: %v", len(paths), pattern, err)
	}
	out := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[path] = string(data)
	}
	return out
}

// documents are the YAML documents of a file.
func documents(t *testing.T, text string) (out []map[string]any) {
	t.Helper()
	d := yaml.NewDecoder(strings.NewReader(text))
	for {
		one := map[string]any{}
		err := d.Decode(&one)
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, one)
	}
}

// at walks into what YAML holds.
func at(v any, path ...any) any {
	for _, step := range path {
		switch key := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[key]
		case int:
			l, _ := v.([]any)
			if key >= len(l) {
				return nil
			}
			v = l[key]
		}
	}
	return v
}

func words(v any) (out []string) {
	l, _ := v.([]any)
	for _, one := range l {
		s, _ := one.(string)
		out = append(out, s)
	}
	return out
}

// model is what the program understands.
func model(t *testing.T) *kong.Kong {
	t.Helper()
	k, err := kong.New(&cli{}, kong.Vars{"version": "test"}, kong.Exit(func(int) {}), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// variables are the names of all that the environment can set.
func variables(n *kong.Node) (out []string) {
	for _, f := range n.Flags {
		name := terminal.Variable("RAPPORTEUR", f.Name)
		out = append(out, name, name+"_FILE")
	}
	for _, child := range n.Children {
		out = append(out, variables(child)...)
	}
	return out
}

// understood holds that the program takes some arguments.
func understood(t *testing.T, where string, args []string) {
	t.Helper()
	k := model(t)
	for _, a := range args {
		if strings.Contains(a, "%i") {
			return // a unit's number
		}
	}
	if _, err := k.Parse(args); err != nil {
		t.Errorf("%s: %v: %v", where, args, err)
	}
}

// TestDeployEnvironment: every variable that a file of deploy, or the text on operations,
// names is one of the program.
func TestDeployEnvironment(t *testing.T) {
	known := variables(model(t).Model.Node)
	named := regexp.MustCompile(`\bRAPPORTEUR_[A-Z_]+\b`)
	files := deployed(t, "compose.yaml")
	for _, pattern := range []string{"Containerfile", "kubernetes/*", "systemd/*", "../docs/OPERATIONS.md"} {
		for path, text := range deployed(t, pattern) {
			files[path] = text
		}
	}
	found := 0
	for path, text := range files {
		for _, name := range named.FindAllString(text, -1) {
			if found++; !slices.Contains(known, name) {
				t.Errorf("%s: no flag for %s", path, name)
			}
		}
	}
	if found < 20 {
		t.Errorf("%d variables found", found)
	}
}

// TestKubernetes: what the manifests start is understood, runs without rights on a
// file system that it cannot write to, is asked at paths that are answered, and mounts what
// there is.
func TestKubernetes(t *testing.T) {
	kinds := map[string]int{}
	for path, text := range deployed(t, "kubernetes/*.yaml") {
		for _, d := range documents(t, text) {
			kind, _ := d["kind"].(string)
			if kinds[kind]++; d["apiVersion"] == nil || at(d, "metadata", "name") == nil {
				t.Errorf("%s: a document without version or name", path)
			}
			if pod := at(d, "spec", "template", "spec"); pod != nil {
				checkPod(t, path, pod)
			}
			if pod, chosen := at(d, "spec", "template", "metadata", "labels"), at(d, "spec", "selector", "matchLabels"); pod != nil {
				for name, value := range chosen.(map[string]any) {
					if at(pod, name) != value {
						t.Errorf("%s: chooses %s=%v, which its pods do not have", path, name, value)
					}
				}
			}
		}
	}
	for _, kind := range []string{"Deployment", "StatefulSet", "Service", "ConfigMap", "NetworkPolicy", "PodDisruptionBudget"} {
		if kinds[kind] == 0 {
			t.Errorf("no %s", kind)
		}
	}
}

func checkPod(t *testing.T, where string, pod any) {
	t.Helper()
	if at(pod, "securityContext", "runAsNonRoot") != true {
		t.Errorf("%s: may run as root", where)
	}
	volumes := map[any]bool{"data": true} // that of a claim
	all, _ := at(pod, "volumes").([]any)
	for _, v := range all {
		volumes[at(v, "name")] = true
	}
	containers, _ := at(pod, "containers").([]any)
	for _, c := range containers {
		if at(c, "securityContext", "readOnlyRootFilesystem") != true || at(c, "securityContext", "allowPrivilegeEscalation") != false {
			t.Errorf("%s: may write or gain rights", where)
		}
		if args := words(at(c, "args")); slices.Contains([]string{"serve", "worker"}, args[0]) {
			understood(t, where, args)
			for _, probe := range []string{"livenessProbe", "readinessProbe", "startupProbe"} {
				if got := at(c, probe, "httpGet", "path"); got != "/healthz" && got != "/readyz" {
					t.Errorf("%s: %s asks for %v", where, probe, got)
				}
			}
		}
		mounts, _ := at(c, "volumeMounts").([]any)
		for _, m := range mounts {
			if !volumes[at(m, "name")] {
				t.Errorf("%s: mounts %v, which is none of its volumes", where, at(m, "name"))
			}
		}
	}
}

// TestNATSConfiguration: the NATS server takes what the manifests give it.
func TestNATSConfiguration(t *testing.T) {
	root := t.TempDir()
	conf := ""
	for _, text := range deployed(t, "kubernetes/nats.yaml") {
		for _, d := range documents(t, text) {
			if s, ok := at(d, "data", "nats.conf").(string); ok {
				conf = s
			}
		}
	}
	for path, text := range map[string]string{"etc/nats/nats.conf": conf, "auth/auth.conf": "authorization { token: \"a heron\" }\n"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, path)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("POD_NAME", "nats-0")
	o, err := natsd.ProcessConfigFile(filepath.Join(root, "etc/nats/nats.conf"))
	if err != nil {
		t.Fatal(err)
	}
	if !o.JetStream || o.Authorization != "a heron" || len(o.Routes) != 3 || o.ServerName != "nats-0" || o.MaxPayload != 8_000_000 && o.MaxPayload != 8<<20 {
		t.Errorf("%+v", o)
	}
}

// TestCompose: what compose starts is understood, and its files are those of the project
// or told of in its head.
func TestCompose(t *testing.T) {
	for path, text := range deployed(t, "compose.yaml") {
		d := documents(t, text)[0]
		services, _ := d["services"].(map[string]any)
		for name, s := range services {
			if args := words(at(s, "command")); name == "serve" || name == "worker" {
				understood(t, path, args)
			}
			if at(s, "read_only") != true && name != "database" {
				t.Errorf("%s: %s may write to its own file system", path, name)
			}
			for _, secret := range words(at(s, "secrets")) {
				if at(d, "secrets", secret) == nil {
					t.Errorf("%s: there is no secret %s", path, secret)
				}
			}
		}
		secrets, _ := d["secrets"].(map[string]any)
		for name, s := range secrets {
			if file, _ := at(s, "file").(string); !strings.Contains(text, "> deploy/"+strings.TrimPrefix(file, "./")) {
				t.Errorf("%s: nobody is told how to make the file of secret %s", path, name)
			}
		}
		for _, file := range []any{at(d, "services", "serve", "build", "dockerfile")} {
			if _, err := os.Stat(filepath.Join("../..", file.(string))); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestUnits: what the units start is understood.
func TestUnits(t *testing.T) {
	for path, text := range deployed(t, "systemd/*.service") {
		command := ""
		for line := range strings.Lines(text) {
			if args, ok := strings.CutPrefix(line, "ExecStart=/usr/local/bin/rapporteur "); ok {
				command = strings.ReplaceAll(strings.TrimSpace(args), "%i", "1")
			}
		}
		if command == "" {
			t.Errorf("%s starts nothing", path)
		}
		understood(t, path, strings.Fields(command))
	}
}

// TestContainerfile copies what there is, builds without cgo and does not run as root.
func TestContainerfile(t *testing.T) {
	for path, text := range deployed(t, "Containerfile") {
		for _, m := range regexp.MustCompile(`(?m)^COPY ((?:[\w.]+ )+)\S+$`).FindAllStringSubmatch(text, -1) {
			for _, from := range strings.Fields(m[1]) {
				if _, err := os.Stat(filepath.Join("../..", from)); err != nil {
					t.Errorf("%s: %v", path, err)
				}
			}
		}
		for _, want := range []string{"CGO_ENABLED=0", "\nFROM scratch\n", "\nUSER 65532:65532\n", `ENTRYPOINT ["/rapporteur"]`, "./cmd/rapporteur"} {
			if !bytes.Contains([]byte(text), []byte(want)) {
				t.Errorf("%s: nothing of %q", path, want)
			}
		}
	}
}

// TestWatched: every metric that the text on operations names is counted somewhere.
func TestWatched(t *testing.T) {
	code := ""
	for _, pattern := range []string{"../worker/*.go", "../gate/*.go"} {
		for path, text := range deployed(t, pattern) {
			if !strings.HasSuffix(path, "_test.go") {
				code += text
			}
		}
	}
	found := 0
	for _, text := range deployed(t, "../docs/OPERATIONS.md") {
		for _, name := range regexp.MustCompile(`\brapporteur_[a-z_]+\b`).FindAllString(text, -1) {
			if found++; !strings.Contains(code, name) {
				t.Errorf("nothing counts %s", name)
			}
		}
	}
	if found < 15 {
		t.Errorf("%d metrics found", found)
	}
}
