package terminal

import (
	"bytes"
	"fmt"
	"os"
	"syscall"
	"testing"
	"unsafe"
)

// pair is a pseudo-terminal: what is written to the first end is typed at the second.
func pair(t *testing.T) (typed, tty *os.File) {
	t.Helper()
	typed, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("this machine gives no pseudo-terminal:", err)
	}
	number, unlocked := uint32(0), int32(0)
	for request, arg := range map[uintptr]unsafe.Pointer{syscall.TIOCSPTLCK: unsafe.Pointer(&unlocked), syscall.TIOCGPTN: unsafe.Pointer(&number)} {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, typed.Fd(), request, uintptr(arg)); errno != 0 {
			t.Skip("this machine gives no pseudo-terminal:", errno)
		}
	}
	tty, err = os.OpenFile(fmt.Sprint("/dev/pts/", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("this machine gives no pseudo-terminal:", err)
	}
	t.Cleanup(func() { _, _ = tty.Close(), typed.Close() })
	return typed, tty
}

// TestSecretIsNotShown types a password.
func TestSecretIsNotShown(t *testing.T) {
	typed, tty := pair(t)
	var said bytes.Buffer
	c := &Console{Stdin: tty, Stderr: &said}
	if _, err := typed.WriteString("a heron over the weir\n"); err != nil {
		t.Fatal(err)
	}
	got, err := c.Secret("Password: ")
	if err != nil || got != "a heron over the weir" || said.String() != "Password: \n" {
		t.Errorf("%q, %v, said %q", got, err, said.String())
	}
}
