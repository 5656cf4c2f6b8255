//go:build unix

package sqlite

import "golang.org/x/sys/unix"

// folderWritable says whether files can be made in a folder.
func folderWritable(dir string) bool { return unix.Access(dir, unix.W_OK) == nil }
