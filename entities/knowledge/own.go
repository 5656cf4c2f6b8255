package knowledge

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"rapporteur"
	"rapporteur/table"
)

// Addition is what a user adds to the tables that are built in.
type Addition struct {
	path string
	// tables are in the form of the built-in ones.
	tables []*table.Table
	// dictionary reads entries in the light of the tables; nil for tables.
	dictionary func(*Base) ([]entry, error)
}

// entry is an actor of a dictionary: a state's further names, a body, or a
// person with terms.
type entry struct {
	name, state string
	aliases     []string
	kind        rapporteur.ActorKind
	gender      byte
	sector      string
	terms       []entryTerm
}

// entryTerm is a time in office; an empty to lasts until the day of until.
type entryTerm struct{ office, actor, from, to, until string }

// Open reads additions of the user's: a folder of tables or one table (files
// named like the built-in ones), an actor dictionary of PETRARCH or Phoenix,
// or a JSON dump of Wikidata, the last two also packed with gzip. What a file
// is shows in its content.
func Open(path string) (*Addition, error) {
	own, err := open(path)
	if err != nil {
		return nil, unusable(fmt.Errorf("%s: %w", path, err))
	}
	own.path = path
	return own, nil
}

// unusable is the failure of an addition.
func unusable(err error) error {
	failure := &rapporteur.Error{Code: rapporteur.Unsupported, Op: "actors", Err: err}
	if missing := (*fs.PathError)(nil); errors.As(err, &missing) {
		failure.Code = rapporteur.Unreadable
	}
	return failure
}

func open(path string) (*Addition, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		found, err := readFolder(os.DirFS(path), path)
		if err == nil && len(found) == 0 {
			err = errors.New("no tables in it; name them " + prefixes())
		}
		return &Addition{tables: found}, err
	}
	switch form, err := formOf(path); {
	case err != nil:
		return nil, err
	case form == tableForm:
		t, err := readTable(path)
		return &Addition{tables: []*table.Table{t}}, err
	case form == petrarchForm:
		return &Addition{dictionary: func(a *Base) (entries []entry, err error) {
			err = readFile(path, func(r io.Reader) error { entries, err = petrarch{a}.read(r); return err })
			return entries, err
		}}, nil
	case form == wikidataForm:
		return &Addition{dictionary: func(a *Base) ([]entry, error) {
			return readWikidata(a, func(read func(io.Reader) error) error { return readFile(path, read) })
		}}, nil
	}
	return nil, errors.New("neither a table nor a PETRARCH dictionary nor a Wikidata dump")
}

func prefixes() string {
	var names []string
	for _, k := range kinds() {
		names = append(names, k.prefix+"*.tsv")
	}
	return strings.Join(names, ", ")
}

// readTable reads one table; its name says what is in it.
func readTable(path string) (*table.Table, error) {
	k, ok := kindOf(path)
	if !ok {
		return nil, errors.New("the name does not say what is in the table; begin it like one of " + prefixes())
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return table.Parse(path, data, k.columns...)
}

// readFile opens a file, unpacks it if need be and has it read.
func readFile(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written
	r := bufio.NewReaderSize(f, 1<<16)
	if magic, _ := r.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(r)
		if err != nil {
			return err
		}
		return read(unpacked)
	}
	return read(r)
}

type form int

const (
	unknownForm form = iota
	tableForm
	petrarchForm
	wikidataForm
)

// formOf tells what a file is by its first line that is no comment.
func formOf(path string) (found form, err error) {
	err = readFile(path, func(r io.Reader) error {
		lines := bufio.NewReaderSize(r, 1<<12)
		for {
			line, err := lines.ReadString('\n')
			line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
			switch {
			case line == "" || line[0] == '#' || line[0] == ';' || line[0] == '<':
			case line[0] == '[' || line[0] == '{':
				found = wikidataForm
				return nil
			case petrarchName.MatchString(line):
				found = petrarchForm
				return nil
			case strings.Contains(line, "\t"):
				found = tableForm
				return nil
			default:
				return nil
			}
			if err != nil {
				return ignoreEnd(err)
			}
		}
	})
	return found, err
}

func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
