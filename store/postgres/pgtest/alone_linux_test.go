package pgtest

import "testing"

// TestUnprivileged: root runs the server as somebody else, everybody else as himself.
func TestUnprivileged(t *testing.T) {
	if uid, gid, ok := unprivileged(0); !ok || uid == 0 || gid == 0 {
		t.Errorf("root runs it as %d %d %v", uid, gid, ok)
	}
	if _, _, ok := unprivileged(1000); ok {
		t.Error("a user runs it as another")
	}
}
