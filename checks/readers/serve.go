package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// server is a record that is served by a process of its own.
type server struct {
	process *exec.Cmd
	db      string
	address string
}

// serve copies the record and serves the copy.
func serve(ctx context.Context, o *options, dir string) (*server, error) {
	s := &server{db: filepath.Join(dir, "record.db")}
	if err := copied(o.DB, s.db); err != nil {
		return nil, err
	}
	s.process = exec.CommandContext(ctx, o.Program, "serve", "--db", s.db, "--listen", "127.0.0.1:0")
	s.process.Cancel = func() error { return s.process.Process.Signal(os.Interrupt) }
	s.process.WaitDelay = 20 * time.Second
	told, err := s.process.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewReader(told)
	var said strings.Builder
	for s.address == "" {
		line, err := lines.ReadString('\n')
		said.WriteString(line)
		if m := regexp.MustCompile(`http://[^/\s]+`).FindString(line); m != "" {
			s.address = m
		}
		if err != nil && s.address == "" {
			return nil, errors.Join(fmt.Errorf("the server did not start: %s", said.String()), s.process.Wait())
		}
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }() // its log ends with it
	return s, nil
}

// copied copies a record that nobody has open.
func copied(from, to string) (err error) {
	if log, err := os.Stat(from + "-wal"); err == nil && log.Size() > 0 {
		return fmt.Errorf("%s is open, or was not closed: changes stand in %s-wal; make a copy with rapporteur backup", from, from)
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// stop ends the server.
func (s *server) stop() error {
	if err := s.process.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	err := s.process.Wait()
	var status *exec.ExitError
	if errors.As(err, &status) && status.ExitCode() == interrupted {
		return nil
	}
	return err
}

// interrupted is the exit status of what was told to stop.
const interrupted = 130

// ticks are those of a second in /proc (Linux counts in hundredths on every machine).
const ticks = 100

// spent is the server's processor time so far, 0 where the system does not tell.
func (s *server) spent() time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.process.Process.Pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11]) // the kernel writes numbers
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * time.Second / ticks
}

// adding is a process that adds reports to the record.
type adding struct {
	process *exec.Cmd
	ended   chan error
	said    bytes.Buffer
}

// adding begins to add reports, if there are some to be added.
func (s *server) adding(ctx context.Context, o *options) (*adding, error) {
	a := &adding{ended: make(chan error, 1)}
	if o.add == "" {
		return a, nil
	}
	args := []string{"add", "--db", s.db}
	if o.actors != "" {
		args = append(args, "--actors", o.actors)
	}
	a.process = exec.CommandContext(ctx, o.Program, append(args, o.add)...)
	a.process.Stderr = &a.said
	if err := a.process.Start(); err != nil {
		return nil, err
	}
	go func() { a.ended <- a.process.Wait() }()
	return a, nil
}

// so is how many reports the record has by now.
func (a *adding) so(ctx context.Context, base string) int {
	if a.process == nil {
		return 0
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/api/v1/reports?limit=1&oldest=true&as_of="+time.Now().UTC().Format("2006-01-02T15:04:05Z"), nil)
	if err != nil {
		return 0
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0
	}
	defer func() { _ = answer.Body.Close() }()
	return total(answer.Body)
}

// stop ends the adding, and says whether it had ended by itself, which is too soon.
func (a *adding) stop() (string, error) {
	if a.process == nil {
		return "", nil
	}
	select {
	case err := <-a.ended:
		if err != nil {
			return "", fmt.Errorf("adding failed: %w: %s", err, a.said.String())
		}
		return ", to the last: give it more", nil
	default:
	}
	if err := a.process.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return "", err
	}
	var status *exec.ExitError // that of who was told to stop
	if err := <-a.ended; err != nil && !errors.As(err, &status) {
		return "", err
	}
	return "", nil
}

// total is how many results a list has.
func total(list io.Reader) int {
	var page struct{ Total int }
	if json.NewDecoder(list).Decode(&page) != nil {
		return 0
	}
	return page.Total
}
