//go:build !unix

package sqlite

// folderWritable says whether files can be made in a folder; elsewhere than on
// Unix only trying tells.
func folderWritable(string) bool { return true }
