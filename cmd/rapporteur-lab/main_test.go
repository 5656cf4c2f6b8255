package main

import (
	"os"
	"os/exec"
	"regexp"
	"testing"

	"rapporteur/cmd/internal/script"
)

func TestMain(m *testing.M) { script.Main(m, "rapporteur-lab", main) }

// TestScripts runs the commands as their users do; each script is documentation.
func TestScripts(t *testing.T) { script.Run(t) }

// TestReadmeNames holds that every command of the lab that README names is one.
func TestReadmeNames(t *testing.T) {
	doc, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`rapporteur-lab ([a-z-]+)").FindAllStringSubmatch(string(doc), -1)
	if len(named) == 0 {
		t.Fatal("README names no command of the lab; are they still found?")
	}
	for _, m := range named {
		if out, err := exec.CommandContext(t.Context(), "rapporteur-lab", m[1], "--help").CombinedOutput(); err != nil {
			t.Errorf("README names rapporteur-lab %s: %v\n%s", m[1], err, out)
		}
	}
}
