package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store"

	"github.com/alecthomas/kong"
)

// dbFlag says where the record is.
type dbFlag struct {
	DB place `name:"db" help:"The file that holds the record, or the address of a database of PostgreSQL, postgres://user@host/database." default:"rapporteur.db" env:"RAPPORTEUR_DB,DATABASE_URL" placeholder:"FILE"`
	// Namespace is the desk that asks.
	Namespace string `help:"The desk in whose name the record is asked and corrected; rapporteur namespace list has them." env:"RAPPORTEUR_NAMESPACE" placeholder:"NAME" complete:"namespaces"`
}

// place is where a record is: the path of a file or the address of a database.
type place string

// Decode reads a place from a flag or the environment; a path is made absolute.
func (p *place) Decode(ctx *kong.DecodeContext) error {
	var text string
	if err := ctx.Scan.PopValueInto("place", &text); err != nil {
		return err
	}
	var err error
	*p, err = placeOf(text)
	return err
}

// placeOf reads a place.
func placeOf(text string) (place, error) {
	if !store.IsFile(text) || text == "" {
		return place(text), nil
	}
	if scheme, _, address := strings.Cut(text, "://"); address { // which may have a password in it
		return "", &rapporteur.Error{Code: rapporteur.Invalid, Op: "open " + scheme + "://…", Message: "a record is kept in a file or in PostgreSQL; give a path, or postgres://user@host/database"}
	}
	return place(expanded(text)), nil
}

// expanded is the absolute path of a file.
func expanded(text string) string {
	if full, err := filepath.Abs(kong.ExpandPath(text)); err == nil {
		return full
	}
	return text
}

// shown is the place as it may be printed.
func (p place) shown() string { return store.Name(string(p)) }

// beside is the path of a file that goes with a record on this machine: beside its own, or
// among the user's for a record in a database.
func (p place) beside(ending string) string {
	if store.IsFile(string(p)) {
		return string(p) + ending
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	dir = filepath.Join(dir, "rapporteur")
	_ = os.MkdirAll(dir, 0o700) // whoever writes the file says so
	sum := sha256.Sum256([]byte(p.shown()))
	return filepath.Join(dir, hex.EncodeToString(sum[:8])+ending)
}

// open opens the record. Whoever opens it closes the store.
func (f dbFlag) open(ctx context.Context, mode store.Mode) (*record.Record, store.Store, error) {
	db, err := store.Open(ctx, string(f.DB), mode)
	if err != nil {
		return nil, nil, err
	}
	return record.New(db, time.Now).For(f.Namespace), db, nil
}

// asking opens a record that is there for as long as it is asked something; it
// changes nothing.
func (f dbFlag) asking(ctx context.Context, do func(*record.Record) error) error {
	return f.with(ctx, store.Read, do)
}

// changing opens a record that is there for as long as it is changed.
func (f dbFlag) changing(ctx context.Context, do func(*record.Record) error) error {
	return f.with(ctx, store.Write, do)
}

// making opens a record to change it, and begins one where there is none.
func (f dbFlag) making(ctx context.Context, do func(*record.Record) error) error {
	return f.with(ctx, store.Create, do)
}

// with opens the record for as long as something is done with it.
func (f dbFlag) with(ctx context.Context, mode store.Mode, do func(*record.Record) error) (err error) {
	r, db, err := f.open(ctx, mode)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	return do(r)
}
