package terminal

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// settable is a program whose command says what its flags are.
type settable struct {
	Say sayCmd `cmd:""`
}

type sayCmd struct {
	ReadTime time.Duration `default:"1m"`
	Names    []string
	Loud     bool
	DB       string `name:"db" env:"PROG_DB" default:"none"`
}

func (s *sayCmd) Run(c *Console) error {
	return c.Say("%v %q %v %s", s.ReadTime, s.Names, s.Loud, s.DB)
}

// TestEnvironment sets flags by variables, files, and what is given, each before the next.
func TestEnvironment(t *testing.T) {
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte("from a file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		env  map[string]string
		args []string
		want string
	}{
		{nil, nil, `1m0s [] false none`},
		{map[string]string{"PROG_READ_TIME": "5s", "PROG_NAMES": "a,b", "PROG_LOUD": "true"}, nil, `5s ["a" "b"] true none`},
		{map[string]string{"PROG_READ_TIME": "5s"}, []string{"--read-time", "7s"}, `7s [] false none`},
		{map[string]string{"PROG_DB_FILE": file}, nil, `1m0s [] false from a file`},
		{map[string]string{"PROG_NAMES_FILE": file, "PROG_NAMES": ""}, nil, `1m0s ["from a file"] false none`},
		{map[string]string{"PROG_HELP": "true", "PROG_VERSION": "true"}, nil, `1m0s [] false none`},
	} {
		status, out, errs := runWith(c.env, append([]string{"say"}, c.args...)...)
		if status != 0 || strings.TrimSpace(out) != c.want {
			t.Errorf("%v %v: %d %q %s, want %s", c.env, c.args, status, out, errs, c.want)
		}
	}
	for env, want := range map[string]string{"PROG_READ_TIME": "--read-time", "PROG_DB_FILE": "PROG_DB_FILE"} {
		if status, _, errs := runWith(map[string]string{env: "/no/such/thing"}, "say"); status == 0 || !strings.Contains(errs, want) {
			t.Errorf("%s: %d %s", env, status, errs)
		}
	}
}

func runWith(env map[string]string, args ...string) (status int, out, errs string) {
	var stdout, stderr bytes.Buffer
	c := &Console{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Getenv: func(name string) string { return env[name] }, Now: time.Now}
	status = Program{Name: "prog", Environment: "PROG", Version: "1.0", Commands: &settable{}}.Run(context.Background(), c, args)
	return status, stdout.String(), stderr.String()
}
