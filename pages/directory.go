package pages

import (
	"sync"

	"rapporteur/service"
)

// directory is what the tables know of actors, loaded when somebody first asks.
type directory struct {
	tables service.Tables
	once   sync.Once
	dir    *service.Directory
	err    error
}

func (d *directory) open() (*service.Directory, error) {
	d.once.Do(func() { d.dir, d.err = d.tables.Directory() })
	return d.dir, d.err
}
