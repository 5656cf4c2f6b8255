package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// TestOpenTogether has many open one record at once that is not there, or is of the
// first version.
func TestOpenTogether(t *testing.T) {
	for _, version := range []int{0, 1} {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "record.db")
			if version > 0 {
				old(t, path, version)
			}
			var all sync.WaitGroup
			for range 20 {
				all.Go(func() {
					db, err := openOnly(path)
					if err != nil {
						t.Error(err)
						return
					}
					if err := db.Close(); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if found := problems(path); len(found) > 0 {
				t.Error(found)
			}
		})
	}
}

// TestMigrateTogether has processes bring one old record up to date at once.
func TestMigrateTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	old(t, path, 1)
	var children []*exec.Cmd
	for range times(t, 20, 6) {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childWork+"=migrate", childPath+"="+path, childStep+"=0")
		child.Stderr = os.Stderr
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		children = append(children, child)
	}
	for _, child := range children {
		if err := child.Wait(); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(remembered(t, filled(t)), remembered(t, path)); diff != "" {
		t.Error(diff)
	}
}

// TestReadChangesNothing asks records in every state: the files stay as they are.
func TestReadChangesNothing(t *testing.T) {
	path := filled(t)
	before := listing(t, filepath.Dir(path))
	answers(path)
	if found := problems(path); len(found) > 0 {
		t.Error(found)
	}
	if diff := cmp.Diff(before, listing(t, filepath.Dir(path))); diff != "" {
		t.Error(diff)
	}
	first := filepath.Join(t.TempDir(), "old.db")
	old(t, first, 1)
	before = listing(t, filepath.Dir(first))
	if _, err := sqlite.Open(context.Background(), first, sqlite.Read); err == nil || !strings.Contains(err.Error(), "rapporteur migrate") {
		t.Errorf("an old record opened to read gives %v", err)
	}
	if diff := cmp.Diff(before, listing(t, filepath.Dir(first))); diff != "" {
		t.Error(diff)
	}
}

// listing is the files of a folder with their contents.
func listing(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name()] = string(data)
	}
	return out
}

// TestTorn kills a process that adds reports, and loses or garbles what it had
// written behind the last report that it said was kept: as a machine does that
// loses its power with writes that were not synchronised.
func TestTorn(t *testing.T) {
	chance := rand.New(rand.NewPCG(9, 10))
	for range times(t, 60, 8) {
		path := filepath.Join(t.TempDir(), "record.db")
		if err := open(t, path).Close(); err != nil {
			t.Fatal(err)
		}
		said, kept := killedAtWork(t, path, 1+chance.IntN(4), time.Duration(chance.IntN(20_000))*time.Microsecond)
		tear(t, path+"-wal", kept, chance)
		whole(t, path, said)
	}
}

// killedAtWork lets a process add some portions, notes how long the log is when the
// last of them is kept, and kills it a little later.
func killedAtWork(t *testing.T, path string, portions int, later time.Duration) (said int, length int64) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childPath+"="+path, childFirst+"=0", childWaits+"=yes")
	in, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range portions {
		if !lines.Scan() {
			t.Fatal("the process ended")
		}
		if _, err := fmt.Sscan(lines.Text(), &said); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		length = info.Size()
		if _, err := io.WriteString(in, "go on\n"); err != nil {
			t.Fatal(err)
		}
	}
	kill := time.AfterFunc(later, func() { _ = child.Process.Kill() }) // it waits, or works
	defer kill.Stop()
	_ = child.Wait() // it was killed
	return said, length
}

// tear cuts off or garbles what stands behind a place of a file.
func tear(t *testing.T, path string, kept int64, chance *rand.Rand) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if int64(len(data)) <= kept {
		return
	}
	tail := data[kept:]
	if chance.IntN(2) == 0 {
		data = data[:kept+chance.Int64N(int64(len(tail)))]
	} else {
		for i := chance.IntN(len(tail)); i < len(tail); i += 1 + chance.IntN(700) {
			tail[i] ^= byte(1 + chance.IntN(255))
		}
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
