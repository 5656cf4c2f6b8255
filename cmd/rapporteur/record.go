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

// open opens the record, which begins empty. Whoever opens it closes the store.
func (f dbFlag) open(ctx context.Context) (*record.Record, *sqlite.DB, error) {
	db, err := sqlite.Open(ctx, f.DB)
	if err != nil {
		return nil, nil, err
	}
	return record.New(db, time.Now), db, nil
}

// with opens the record for as long as something is done with it.
func (f dbFlag) with(ctx context.Context, do func(*record.Record) error) (err error) {
	r, db, err := f.open(ctx)
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
