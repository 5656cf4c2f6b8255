package pgtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a running server.
type Cluster struct {
	// Dir is its folder, in which its socket stands.
	Dir string
	bin string
	// args are settings of the server.
	args    []string
	process *exec.Cmd
	ended   chan error
	made    int
	mu      sync.Mutex
}

var (
	once   sync.Once
	shared *Cluster
	failed error
)

// Main runs the tests of a package, and ends the server that they began.
func Main(m *testing.M) int {
	code := m.Run()
	if shared != nil {
		_ = shared.Remove() // the process ends here
	}
	return code
}

// Database gives the address of an empty database, in the server of all tests of the
// process. The package's TestMain calls Main.
func Database(t testing.TB) string {
	t.Helper()
	once.Do(func() { shared, failed = Start() })
	Need(t, failed)
	address, err := shared.Create(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// Another gives the address of one more database where a test has one.
func Another() (string, error) { return shared.Create(context.Background()) }

// ErrMissing says that PostgreSQL is not there.
var ErrMissing = errors.New("PostgreSQL is not installed (apt-get install postgresql)")

// Start makes a cluster and starts it, with further settings, name=value.
func Start(settings ...string) (*Cluster, error) {
	bin, err := installed(debian)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rapporteur-pg-")
	if err != nil {
		return nil, err
	}
	c := &Cluster{Dir: dir, bin: bin}
	for _, s := range append([]string{"listen_addresses=", "unix_socket_directories=" + dir, "fsync=off",
		"full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_connections=100", "shared_buffers=64MB"}, settings...) {
		c.args = append(c.args, "-c", s)
	}
	if err := c.make(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	if err := c.Run(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return c, nil
}

// debian is where Debian has the server, a folder a version.
const debian = "/usr/lib/postgresql/*/bin/postgres"

// installed finds the programs of the newest version, where Debian or the path has them.
func installed(pattern string) (string, error) {
	found, err := filepath.Glob(pattern)
	if err != nil {
		return "", err
	}
	slices.SortFunc(found, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	if len(found) > 0 {
		return filepath.Dir(found[len(found)-1]), nil
	}
	if path, err := exec.LookPath("postgres"); err == nil {
		return filepath.Dir(path), nil
	}
	return "", ErrMissing
}

func (c *Cluster) make() error {
	if err := giveAway(c.Dir); err != nil {
		return err
	}
	init := exec.Command(filepath.Join(c.bin, "initdb"), "-D", filepath.Join(c.Dir, "data"), "-U", "tester", "-A", "trust", "--no-sync", "--data-checksums", "-E", "UTF8", "--locale=C")
	init.Dir = c.Dir
	alone(init, false)
	if out, err := init.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return nil
}

// Run starts the server and waits until it answers.
func (c *Cluster) Run() error {
	log, err := os.OpenFile(filepath.Join(c.Dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	p := exec.Command(filepath.Join(c.bin, "postgres"), append([]string{"-D", filepath.Join(c.Dir, "data")}, c.args...)...)
	p.Dir, p.Stdout, p.Stderr = c.Dir, log, log
	alone(p, true)
	c.process, c.ended = p, make(chan error, 1)
	begun := make(chan error)
	go func() {
		runtime.LockOSThread() // the server ends with the thread that began it
		err := p.Start()
		begun <- err
		if err == nil {
			c.ended <- p.Wait()
		}
		_ = log.Close()
	}()
	if err := <-begun; err != nil {
		return err
	}
	return c.answers()
}

// answers waits for the server.
func (c *Cluster) answers() error {
	deadline := time.Now().Add(30 * time.Second)
	for {
		ctx, stop := context.WithTimeout(context.Background(), time.Second)
		conn, err := pgx.Connect(ctx, c.Address("postgres"))
		if err == nil {
			err = conn.Close(ctx)
			stop()
			return err
		}
		stop()
		select {
		case end := <-c.ended:
			text, _ := os.ReadFile(filepath.Join(c.Dir, "log"))
			return fmt.Errorf("postgres ended: %w: %s", end, text)
		case <-time.After(20 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("postgres does not answer: %w", err)
		}
	}
}

// Address is that of a database of the cluster.
func (c *Cluster) Address(database string) string {
	return "postgres:///" + database + "?host=" + c.Dir + "&user=tester&sslmode=disable"
}

// Create makes an empty database.
func (c *Cluster) Create(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.made++
	name := fmt.Sprintf("test%d", c.made)
	return c.Address(name), c.Do(ctx, "postgres", "CREATE DATABASE "+name)
}

// Do carries out a statement in a database.
func (c *Cluster) Do(ctx context.Context, database, statement string, args ...any) error {
	conn, err := pgx.Connect(ctx, c.Address(database))
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statement, args...)
	return errors.Join(err, conn.Close(ctx))
}

// Kill ends the server at once, as a power cut would.
func (c *Cluster) Kill() error { return c.end(immediately) }

// Stop ends the server as one does who upgrades it: what is under way is undone.
func (c *Cluster) Stop() error { return c.end(os.Interrupt) }

func (c *Cluster) end(how os.Signal) error {
	if err := c.process.Process.Signal(how); err != nil {
		return err
	}
	var status *exec.ExitError
	if err := <-c.ended; err != nil && !errors.As(err, &status) {
		return err
	}
	return nil
}

// Remove ends the server and deletes its folder.
func (c *Cluster) Remove() error {
	return errors.Join(c.Kill(), os.RemoveAll(c.Dir))
}
