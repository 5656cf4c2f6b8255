package pgtest

import (
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// immediately has PostgreSQL end without tidying up.
const immediately = syscall.SIGQUIT

// alone runs a command as somebody who is not root, as PostgreSQL demands, and ends it
// with its parent.
func alone(c *exec.Cmd, withParent bool) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if withParent {
		c.SysProcAttr.Pdeathsig = immediately
	}
	if uid, gid, ok := unprivileged(os.Getuid()); ok {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: uid, Gid: gid}
	}
}

// giveAway makes a folder theirs.
func giveAway(dir string) error {
	uid, gid, ok := unprivileged(os.Getuid())
	if !ok {
		return nil
	}
	return os.Chown(dir, int(uid), int(gid))
}

// unprivileged is whom to run as, if who runs the tests is root.
func unprivileged(who int) (uid, gid uint32, ok bool) {
	if who != 0 {
		return 0, 0, false
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		id, err := strconv.ParseUint(u.Uid, 10, 32)
		group, groupErr := strconv.ParseUint(u.Gid, 10, 32)
		if err == nil && groupErr == nil {
			return uint32(id), uint32(group), true
		}
	}
	return 0, 0, false
}
