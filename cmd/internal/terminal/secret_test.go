package terminal

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
)

// TestSecretsAreAskedOfPersons alone: what is no terminal is told of the file.
func TestSecretsAreAskedOfPersons(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "in"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for _, stdin := range []io.Reader{strings.NewReader("a heron\n"), file} {
		c := &Console{Stdin: stdin, Stderr: io.Discard}
		if got, err := c.Secret("Password: "); got != "" || rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), "--password-file") {
			t.Errorf("%T: %q, %v", stdin, got, err)
		}
	}
}

// TestPatientCommandsEndInTheirTime has more time than a person waits.
func TestPatientCommandsEndInTheirTime(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	c := &Console{Stderr: io.Discard}
	c.Patient(time.Hour)
	goOn := make(chan struct{})
	got := make(chan int)
	go func() { got <- promptly(ctx, c, 0, func() int { <-goOn; return statusOK }) }()
	goOn <- struct{}{} // promptly would be gone by now without it
	if status := <-got; status != statusOK {
		t.Errorf("status %d", status)
	}
}
