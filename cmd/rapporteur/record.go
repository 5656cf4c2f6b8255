package main

import (
	"context"
	"time"

	"rapporteur/record"
	"rapporteur/store/sqlite"
)

// dbFlag says where the record is.
type dbFlag struct {
	DB string `name:"db" help:"The file that holds the record." default:"rapporteur.db" env:"RAPPORTEUR_DB" placeholder:"FILE" type:"path"`
}

// open opens the record. Whoever opens it closes the store.
func (f dbFlag) open(ctx context.Context, mode sqlite.Mode) (*record.Record, *sqlite.DB, error) {
	db, err := sqlite.Open(ctx, f.DB, mode)
	if err != nil {
		return nil, nil, err
	}
	return record.New(db, time.Now), db, nil
}

// asking opens a record that is there for as long as it is asked something; it
// changes nothing.
func (f dbFlag) asking(ctx context.Context, do func(*record.Record) error) error {
	return f.with(ctx, sqlite.Read, do)
}

// changing opens a record that is there for as long as it is changed.
func (f dbFlag) changing(ctx context.Context, do func(*record.Record) error) error {
	return f.with(ctx, sqlite.Write, do)
}

// making opens a record to change it, and begins one where there is none.
func (f dbFlag) making(ctx context.Context, do func(*record.Record) error) error {
	return f.with(ctx, sqlite.Create, do)
}

// with opens the record for as long as something is done with it.
func (f dbFlag) with(ctx context.Context, mode sqlite.Mode, do func(*record.Record) error) (err error) {
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
