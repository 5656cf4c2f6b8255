package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/sqlite"
)

// before is what is called before each step of work on files.
type before func(step, path string) error

// works are the commands that write, each as a function of the record's path. What
// they leave depends on nothing but what was there.
var works = map[string]func(path string, limit int, b before) error{
	"add": func(path string, limit int, _ before) error {
		return writing(path, limit, func(r *record.Record) error {
			var readings []*rapporteur.Reading
			for n := range 10 * portion {
				readings = append(readings, invented(100+n))
			}
			_, err := r.Add(context.Background(), readings...)
			return err
		})
	},
	"correct": func(path string, limit int, _ before) error {
		return writing(path, limit, func(r *record.Record) error {
			entries, err := r.Entries(context.Background(), record.Filter{Limit: 1, Oldest: true})
			if err != nil || len(entries) == 0 {
				return errors.Join(err, errors.New("no entry to correct"))
			}
			_, err = r.Correct(context.Background(), record.Demand{Entry: entries[0].ID, Action: record.Set, Field: "status", Value: "postponed", By: "kim"})
			return err
		})
	},
	"missed": func(path string, limit int, _ before) error {
		return demanding(path, limit, func(*record.Record) []record.Demand {
			return []record.Demand{{Entry: invented(2).Report.ID, Action: record.Missed, Kind: record.Event, Value: "envoys met", With: []record.Setting{
				{Action: record.Set, Field: "actor", Value: "A", Actor: &invented(0).Actors[0]}, {Action: record.Set, Field: "type", Value: "CONSULT"}}}}
		})
	},
	"put right": func(path string, limit int, _ before) error {
		return demanding(path, limit, func(*record.Record) []record.Demand {
			reading, of := invented(1), invented(1).Report.ID
			reading.Report.Outlet, reading.Report.Published, reading.Report.Title = "Echo", "2030-01-03", "Talks"
			reading.Meetings[0].Date = "2030-01-03"
			return []record.Demand{{Entry: of, Action: record.Set, Field: "outlet", Value: "Echo"}, {Entry: of, Action: record.Set, Field: "date", Value: "2030-01-03"},
				{Entry: of, Action: record.Set, Field: "title", Value: "Talks", Reading: reading}}
		})
	},
	"merge": func(path string, limit int, _ before) error {
		return demanding(path, limit, merging)
	},
	"undo": func(path string, limit int, _ before) error {
		return demanding(path, limit, func(r *record.Record) []record.Demand {
			all, err := r.Corrections(context.Background(), record.CorrectionFilter{Actions: []record.Action{record.Merge}})
			if err != nil || len(all) == 0 {
				return nil
			}
			return []record.Demand{{Entry: all[0].Entry, Action: record.Undo, Value: fmt.Sprint(all[0].ID)}}
		})
	},
	"remove": func(path string, limit int, _ before) error {
		return writing(path, limit, func(r *record.Record) error {
			_, err := r.Remove(context.Background(), record.Removal{Reports: []string{invented(3).Report.ID, invented(5).Report.ID}, By: "kim"})
			return err
		})
	},
	"reread": func(path string, limit int, _ before) error {
		return writing(path, limit, func(r *record.Record) error {
			var again []*rapporteur.Reading
			for n := range 2 * portion {
				reading := invented(n)
				reading.Meetings[0].Kind = "summit"
				again = append(again, reading)
			}
			return r.Reread(context.Background(), again...)
		})
	},
	"migrate": func(path string, _ int, _ before) error {
		return writing(path, 1000, func(*record.Record) error { return nil })
	},
	"backup": func(path string, _ int, b before) error {
		db, err := sqlite.Open(context.Background(), path, sqlite.Read)
		if err != nil {
			return err
		}
		_, err = db.BackupBefore(context.Background(), path+".backup", b)
		return errors.Join(err, db.Close())
	},
	"restore": func(path string, _ int, b before) error {
		_, err := sqlite.RestoreBefore(context.Background(), path+".other", path, b)
		return err
	},
	"repair": func(path string, _ int, b before) error {
		_, err := sqlite.RepairBefore(context.Background(), path, noon, b)
		return err
	},
}

// demanding carries out what a person demands.
func demanding(path string, limit int, demands func(*record.Record) []record.Demand) error {
	return writing(path, limit, func(r *record.Record) error {
		all := demands(r)
		for i := range all {
			all[i].By = "kim"
		}
		if len(all) == 0 {
			return errors.New("nothing to demand")
		}
		_, err := r.Correct(context.Background(), all...)
		return err
	})
}

// merging is the demand that the two oldest entries be one.
func merging(r *record.Record) []record.Demand {
	found, err := r.Entries(context.Background(), record.Filter{Limit: 2, Oldest: true})
	if err != nil || len(found) < 2 {
		return nil
	}
	return []record.Demand{{Entry: found[0].ID, Action: record.Merge, Others: []string{found[1].ID}}}
}

// noon is the time at which all work is done.
func noon() time.Time { return time.Date(2031, 2, 3, 12, 0, 0, 0, time.UTC) }

// asked counts the statements of works that may fail after some.
var asked int

// writing opens a record to write, which may grow by some pages; where that is
// negative, a statement fails after so many others.
func writing(path string, limit int, do func(*record.Record) error) error {
	db, err := sqlite.Open(context.Background(), path, sqlite.Write)
	if err != nil {
		return err
	}
	if limit < 0 {
		db.Before(func(query string) error {
			asked++
			if limit++; limit == 0 && query != "ROLLBACK" {
				return errors.New("no statement any more")
			}
			return nil
		})
	} else {
		err = db.Limit(limit)
	}
	if err == nil {
		err = do(record.New(db, noon))
	}
	return errors.Join(err, db.Close())
}

// scene makes the files that a piece of work begins with, and gives the record's
// path.
func scene(t *testing.T, files map[string][]byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "record.db")
	for end, data := range files {
		if err := os.WriteFile(path+end, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// sceneOf are the files of a piece of work, by the end of their names.
func sceneOf(t *testing.T, work string) map[string][]byte {
	t.Helper()
	read := func(path string) []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	files := map[string][]byte{"": read(filled(t))}
	switch work {
	case "migrate":
		path := filepath.Join(t.TempDir(), "old.db")
		old(t, path, 1)
		files[""] = read(path)
	case "undo":
		path := filled(t)
		if err := works["merge"](path, 1000, nil); err != nil {
			t.Fatal(err)
		}
		files[""] = read(path)
	case "restore":
		path := filled(t)
		if err := works["add"](path, 1000, nil); err != nil {
			t.Fatal(err)
		}
		files[".other"] = read(path)
	}
	return files
}

// childWork makes the test binary a process that does a piece of work on the record
// at childPath, and dies before a step of it where childStep names one.
const (
	childWork = "RAPPORTEUR_TEST_WORK"
	childStep = "RAPPORTEUR_TEST_STEP"
)

func workAsChild(work string) error {
	step, err := strconv.Atoi(os.Getenv(childStep))
	if err != nil {
		return err
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	n := 0
	die := func(string, string) error {
		if n++; n == step {
			return self.Kill()
		}
		return nil
	}
	fmt.Println("begin")
	return works[work](os.Getenv(childPath), 1000, die)
}
