package ontology

import "io/fs"

// Issues is a folder that holds nothing but a table of issues, so that a user's
// file of any name can be given to Load.
type Issues []byte

// Open finds no file: a table is read whole.
func (Issues) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadFile gives the table of issues, and no other.
func (i Issues) ReadFile(name string) ([]byte, error) {
	if name != "issues.tsv" {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return i, nil
}
