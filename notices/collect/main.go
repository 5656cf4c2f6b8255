// Command collect writes the licences of everything that is linked into the program,
// on any system that it is built for.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	out := flag.String("o", "THIRD-PARTY.txt", "file to write")
	flag.Parse()
	text, err := collect()
	if err == nil {
		err = os.WriteFile(*out, text, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "collect:", err)
		os.Exit(1)
	}
}

// systems are those that the program is built for; some modules are linked on one.
var systems = []string{"linux", "darwin", "windows"}

// pkg is what "go list" says of a package.
type pkg struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// collect gives the text of the file: a module, its version and its notices, in the
// order of the paths.
func collect() ([]byte, error) {
	files := map[string]map[string]string{} // by module, by name
	for _, system := range systems {
		linked, err := list(system)
		if err != nil {
			return nil, err
		}
		for _, p := range linked {
			if p.Module == nil || p.Module.Main {
				continue
			}
			of := p.Module.Path + " " + p.Module.Version
			if files[of] == nil {
				files[of] = map[string]string{}
			}
			for _, dir := range []string{p.Module.Dir, p.Dir} {
				if err := readNotices(files[of], p.Module.Dir, dir); err != nil {
					return nil, err
				}
			}
		}
	}
	own, err := ours()
	if err != nil {
		return nil, err
	}
	maps.Copy(files, own)
	return render(files)
}

// list gives the packages that are linked on a system.
func list(system string) ([]pkg, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Module", "rapporteur/cmd/rapporteur")
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	data, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list for %s: %w", system, err)
	}
	var out []pkg
	for d := json.NewDecoder(bytes.NewReader(data)); d.More(); {
		var p pkg
		if err := d.Decode(&p); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// named are files that hold a licence or a notice; a licence for pictures is left out.
var named = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|patents)([.-]|$)`)

// readNotices reads the licences in a folder, by their names below the module.
func readNotices(into map[string]string, root, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !named.MatchString(e.Name()) || strings.HasSuffix(e.Name(), "-LOGO") || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		into[filepath.ToSlash(name)] = string(data)
	}
	return nil
}

// ours gives the notices that no module brings: Go's own and those of the corpora
// and encoders that the weights were made of.
func ours() (map[string]map[string]string, error) {
	env, err := exec.Command("go", "env", "GOROOT", "GOMOD").Output()
	if err != nil {
		return nil, err
	}
	at := strings.Split(strings.TrimSpace(string(env)), "\n")
	out := map[string]map[string]string{}
	for of, path := range map[string]string{
		"Go, its runtime and standard library": filepath.Join(at[0], "LICENSE"),
		"weights of the reader of frames":      filepath.Join(filepath.Dir(at[1]), "frames", "learned", "weights", "MODELCARD.md"),
		"places of the gazetteer":              filepath.Join(filepath.Dir(at[1]), "gazetteer", "NOTICE.md"),
		"PDFium, which reads PDF files":        filepath.Join(filepath.Dir(at[1]), "source", "document", "pdf", "NOTICE.md"),
		"weights of the language engine":       filepath.Join(filepath.Dir(at[1]), "language", "weights", "MODELCARD.md"),
	} {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		out[of] = map[string]string{filepath.Base(path): string(data)}
	}
	return out, nil
}

const rule = "================================================================================"

func render(files map[string]map[string]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("What is linked into rapporteur, and its licences. Written by go generate ./notices.\n")
	for _, of := range slices.Sorted(maps.Keys(files)) {
		if len(files[of]) == 0 {
			return nil, fmt.Errorf("%s has no licence in it", of)
		}
		for _, name := range slices.Sorted(maps.Keys(files[of])) {
			fmt.Fprintf(&b, "\n%s\n%s: %s\n%s\n\n%s\n", rule, of, name, rule, strings.TrimSpace(strings.ReplaceAll(files[of][name], "\r\n", "\n")))
		}
	}
	return b.Bytes(), nil
}
