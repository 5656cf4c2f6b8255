package postgres

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"rapporteur"
	"rapporteur/record"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// DB is a record in a database.
type DB struct {
	name string
	pool *pgxpool.Pool
	mode Mode
	// side writes down what updates that run side by side must have before they end:
	// numbers and terms.
	side     sync.Mutex
	sideConn *pgx.Conn
	terms    termCache
	months   months
	// changes counts the updates of this process that were done.
	changes atomic.Int64
	// before is called with each statement from now on, where it is not nil: tests let
	// it fail.
	before func(query string) error
}

var _ record.Store = (*DB)(nil)

// Mode says what a record is opened for.
type Mode int

const (
	// Create opens a record to write, and makes the tables where there are none.
	Create Mode = iota
	// Write opens a record that is there, and brings its schema up to date.
	Write
	// Read opens a record that is there and changes nothing.
	Read
	// Move opens a record into which another is moved, and makes the tables where there
	// are none.
	Move
)

// oldest is the oldest version of the server that will do.
const oldest = 150000

// Open opens the record at an address, postgres://user@host:port/database. There being
// no record is NotFound in the modes Write and Read, a server that cannot be reached
// Unreadable, one that does not let the user in or do what is needed Forbidden, one that
// is too old Unsupported, a record of another version of this program Invalid.
func Open(ctx context.Context, address string, mode Mode) (*DB, error) {
	config, err := settings(address)
	if err != nil {
		return nil, err
	}
	op := "open " + Name(address)
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, failure(op, err)
	}
	d := &DB{name: Name(address), pool: pool, mode: mode}
	if err := d.start(ctx); err != nil {
		pool.Close()
		return nil, failure(op, err)
	}
	return d, nil
}

// start checks the server and brings the schema up to date.
func (d *DB) start(ctx context.Context) error {
	var version int
	if err := d.pool.QueryRow(ctx, "SELECT current_setting('server_version_num')::int").Scan(&version); err != nil {
		return err
	}
	if version < oldest {
		return &rapporteur.Error{Code: rapporteur.Unsupported, Op: "open " + d.name, Message: "the server is older than PostgreSQL 15; upgrade it"}
	}
	if err := d.bringUp(ctx); err != nil {
		return err
	}
	return settle(ctx, d)
}

// Close ends the connections.
func (d *DB) Close() error {
	err := d.closeSide()
	d.pool.Close()
	return err
}

// errAlone says that an update asks for more than it can claim.
var errAlone = errors.New("the update must be alone")
