package disk

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"
)

// Disk is a file system whose size changes.
type Disk struct {
	// Dir is where it is mounted; everybody may look into it.
	Dir string
	t   testing.TB
}

// New mounts a disk with room for so many megabytes, until the test ends. Where that is not
// permitted the test is skipped, and in CI, which is to find out, it fails.
func New(t testing.TB, megabytes int) Disk {
	t.Helper()
	d := Disk{t: t}
	var err error
	if d.Dir, err = os.MkdirTemp("", "rapporteur-disk-"); err != nil { // those of tests let nobody else in
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(d.Dir) })
	if err := syscall.Mount("tmpfs", d.Dir, "tmpfs", 0, fmt.Sprintf("mode=755,size=%dm", megabytes)); err != nil {
		unmounted(t, err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(d.Dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return d
}

// unmounted ends a test for which no disk could be mounted.
func unmounted(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, os.ErrPermission) && os.Getenv("CI") != "true" {
		t.Skip("only root may mount a small disk:", err)
	}
	t.Fatal("a small disk cannot be mounted:", err)
}

// Leave leaves so many kilobytes free, beside what is on the disk.
func (d Disk) Leave(kilobytes int64) {
	d.t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.Dir, &s); err != nil {
		d.t.Fatal(err)
	}
	used := int64(s.Blocks-s.Bfree) * s.Bsize >> 10
	if err := syscall.Mount("tmpfs", d.Dir, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%dk", used+kilobytes)); err != nil {
		d.t.Fatal(err)
	}
}
