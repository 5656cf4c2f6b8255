package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// ending is a test of which is noted how it ends.
type ending struct {
	testing.TB
	how string
}

func (e *ending) Skip(args ...any)  { e.end("skipped: ", args) }
func (e *ending) Fatal(args ...any) { e.end("failed: ", args) }

func (e *ending) end(how string, args []any) {
	e.how = how + fmt.Sprintln(args...)
	runtime.Goexit()
}

// ended says how a test ends that does something.
func ended(t *testing.T, do func(testing.TB)) string {
	e, done := &ending{TB: t}, make(chan struct{})
	go func() {
		defer close(done)
		do(e)
	}()
	<-done
	return e.how
}

// TestFill fills a disk, makes room on it, and fills it again.
func TestFill(t *testing.T) {
	d := New(t, 1)
	write := func(name string, kilobytes int) error {
		return os.WriteFile(filepath.Join(d.Dir, name), make([]byte, kilobytes<<10), 0o600)
	}
	steps := []struct {
		name      string
		leave     int64
		kilobytes int
		full      bool
	}{{"fits", 0, 900, false}, {"small", 64, 200, true}, {"larger", 512, 400, false}, {"none", 8, 100, true}}
	for _, s := range steps {
		if s.leave > 0 {
			d.Leave(s.leave)
		}
		if err := write(s.name, s.kilobytes); errors.Is(err, syscall.ENOSPC) != s.full || !s.full && err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
	}
	if in, err := os.Stat(d.Dir); err != nil || in.Mode().Perm() != 0o755 {
		t.Errorf("others may not look: %v, %v", in.Mode(), err)
	}
}

// TestGone: when the test that had it has ended, neither the disk nor its folder is there.
func TestGone(t *testing.T) {
	var was Disk
	t.Run("mounted", func(t *testing.T) { was = New(t, 1) })
	if _, err := os.Stat(was.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("left behind: %v", err)
	}
}

// TestFails: what cannot be done fails the test.
func TestFails(t *testing.T) {
	d, nowhere := New(t, 1), filepath.Join(t.TempDir(), "nowhere")
	for name, do := range map[string]func(testing.TB){
		"room on no disk":        func(t testing.TB) { Disk{nowhere, t}.Leave(1) },
		"less room than is used": func(t testing.TB) { Disk{d.Dir, t}.Leave(-1 << 20) },
		"no place for a folder":  func(tb testing.TB) { t.Setenv("TMPDIR", nowhere); New(tb, 1) },
	} {
		if how := ended(t, do); !strings.HasPrefix(how, "failed") {
			t.Errorf("%s: %q", name, how)
		}
	}
}

// TestUnmounted: a test that gets no disk is skipped where that is no wonder, and nowhere
// else.
func TestUnmounted(t *testing.T) {
	for _, c := range []struct {
		ci   string
		err  error
		want string
	}{
		{"", syscall.EPERM, "skipped: only root"},
		{"true", syscall.EPERM, "failed: a small disk cannot be mounted"},
		{"", syscall.EINVAL, "failed: a small disk cannot be mounted"},
	} {
		t.Setenv("CI", c.ci)
		if how := ended(t, func(t testing.TB) { unmounted(t, c.err) }); !strings.HasPrefix(how, c.want) {
			t.Errorf("CI %q, %v: %q", c.ci, c.err, how)
		}
	}
}
