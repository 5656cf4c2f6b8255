package main

import (
	"context"
	"path/filepath"

	"rapporteur/store/postgres/pgtest"
)

// postgres is the name of the server of the database among what is killed.
const postgres = "postgres"

// database is a server of PostgreSQL with the database that the workers share.
type database struct {
	*pgtest.Cluster
	address string
}

// withServer has the record in a database of a server that keeps what it says that it
// keeps.
func (s *storm) withServer() error {
	c, err := pgtest.Start("fsync=on", "full_page_writes=on")
	if err != nil {
		return err
	}
	s.server = &database{Cluster: c}
	s.server.address, err = c.Create(context.Background())
	return err
}

// place is where the record of the workers is.
func (s *storm) place() string {
	if s.server != nil {
		return s.server.address
	}
	return filepath.Join(s.dir, "record.db")
}

// again ends the server, at once as a power cut would or politely, in the midst of whatever
// it does, and starts it anew.
func (s *database) again(atOnce bool) error {
	end := s.Stop
	if atOnce {
		end = s.Kill
	}
	if err := end(); err != nil {
		return err
	}
	return s.Run()
}
