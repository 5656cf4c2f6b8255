package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// example is a command of a code block in README with the lines that it is said to
// print.
type example struct {
	command string
	prints  []string
}

// examples reads the commands of the code blocks of a document, in their order.
func examples(doc string) []example {
	var out []example
	for i, block := range strings.Split(doc, "\n```") {
		if i%2 == 0 { // words between blocks
			continue
		}
		for line := range strings.Lines(block) {
			line = strings.TrimRight(line, "\n")
			prompted, isPrompted := strings.CutPrefix(line, "$ ")
			command, _, _ := strings.Cut(prompted, " #")
			command = strings.TrimSpace(strings.Replace(command, "go run ./cmd/rapporteur", "rapporteur", 1))
			switch {
			case strings.HasPrefix(command, "rapporteur "):
				out = append(out, example{command: command})
			case len(out) > 0 && !isPrompted && strings.HasPrefix(strings.TrimSpace(block), "$ ") && strings.TrimSpace(line) != "" && strings.TrimSpace(line) != "…":
				out[len(out)-1].prints = append(out[len(out)-1].prints, line)
			}
		}
	}
	return out
}

// entryID is the id of an entry of the record.
var entryID = regexp.MustCompile(`\b[msepn][0-9a-f]{10}\b`)

// TestReadme runs every command of README in a folder that has what it names, one
// after the other, and holds it to what README says it prints.
func TestReadme(t *testing.T) {
	doc, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	all := examples(string(doc))
	if len(all) < 20 {
		t.Fatalf("README has %d commands in its code blocks; are they still found?", len(all))
	}
	dir := readmeFolder(t)
	meeting := ""
	for _, e := range all {
		// Ids change with what is read; README has those of one day.
		cmd := exec.CommandContext(t.Context(), "sh", "-c", entryID.ReplaceAllString(e.command, meeting))
		cmd.Dir = dir
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("%s: %v\n%s", e.command, err, stderr.String())
		}
		if id := entryID.FindString(string(out)); strings.Contains(e.command, "show meetings") {
			meeting = id
		}
		for _, line := range e.prints {
			line, _, _ = strings.Cut(line, "…") // stands for more
			if !strings.Contains(entryID.ReplaceAllString(string(out), "ID"), entryID.ReplaceAllString(line, "ID")) {
				t.Errorf("%s does not print\n%s\nbut\n%s", e.command, line, out)
				break
			}
		}
	}
}

// readmeFolder makes a folder with the examples and what a reader of README has of
// his own.
func readmeFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "examples"), filepath.Join(dir, "examples")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	if err := os.CopyFS(filepath.Join(dir, "mine"), os.DirFS(filepath.Join(root, "examples/negotiation/actors"))); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"report.txt":     "date 2027-03-05\n\nKenya's foreign minister said on Thursday that the border would stay open.\n",
		"page.html":      "<html><head><title>Border stays open</title></head><body><article><h1>Border stays open</h1><p>Kenya's foreign minister said on Monday that the border with Uganda would stay open, whatever happened.</p><p>He met his colleague from Uganda in Nairobi and said that they had agreed.</p></article></body></html>",
		"phoenix.txt":    "FERRY_UNION_ [KENLAB]\n+FERRYMEN'S_UNION\n",
		"feeds.opml":     "<opml version=\"2.0\"><body></body></opml>",
		"inbox/note.txt": "The envoys of Kenya and Uganda met in Nairobi on 5 March 2027, the ministry said.\n",
		"mine.tsv":       "id\tgroup\tlabel\twords\ngrazing-rights\tland\tGrazing on the border\tgraz*; pasture*\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestReadmeNames holds that every command that README names in passing is one.
func TestReadmeNames(t *testing.T) {
	doc, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`rapporteur(-lab)? ([a-z-]+)[^`\n]*`").FindAllStringSubmatch(string(doc), -1)
	if len(named) == 0 {
		t.Fatal("README names no command; are they still found?")
	}
	for _, m := range named {
		if m[1] != "" {
			continue // has a test of its own
		}
		if out, err := exec.CommandContext(t.Context(), "rapporteur", m[2], "--help").CombinedOutput(); err != nil {
			t.Errorf("README names rapporteur %s: %v\n%s", m[2], err, out)
		}
	}
}
