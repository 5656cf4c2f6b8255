package knowledge

import (
	"io/fs"
	"maps"
	"path/filepath"
	"strings"

	"rapporteur/table"
)

// kind is what the tables whose name begins with a prefix hold.
type kind struct {
	prefix string
	// columns must exist; the first keys of them tell rows apart.
	columns []string
	keys    int
	add     func(loader, *table.Table) error
}

// kinds are the tables in the order in which they need each other.
func kinds() []kind {
	return []kind{
		{"states", []string{"id", "name", "aliases", "demonyms", "capital", "seats", "cities", "status"}, 1, loader.addStates},
		{"provinces", []string{"name", "state", "shared", "towns"}, 2, loader.addProvinces},
		{"bodies", []string{"id", "name", "aliases", "kind", "state"}, 1, loader.addBodies},
		{"members", []string{"body", "state", "from", "to"}, 3, loader.addMembers},
		{"persons", []string{"id", "name", "aliases", "gender", "state"}, 1, loader.addPersons},
		{"offices", []string{"id", "for", "title", "sector", "phrases"}, 2, loader.addOffices},
		{"terms", []string{"person", "office", "actor", "from", "to"}, 4, loader.addTerms},
		{"titles", []string{"title", "kind", "gender"}, 1, loader.addTitles},
		{"nouns", []string{"noun", "kind", "plural", "gender"}, 1, loader.addNouns},
		{"classes", []string{"word", "class"}, 2, loader.addClasses},
		{"given_names", []string{"name", "gender"}, 1, loader.addGivenNames},
	}
}

// kindOf gives the kind of a table by its name, false where it is none.
func kindOf(name string) (kind, bool) {
	for _, k := range kinds() {
		if strings.HasPrefix(filepath.Base(name), k.prefix) {
			return k, true
		}
	}
	return kind{}, false
}

// readFolder parses the tables of a folder, which errors call dir; other files
// are left alone.
func readFolder(folder fs.FS, dir string) ([]*table.Table, error) {
	files, err := fs.Glob(folder, "*.tsv")
	if err != nil {
		return nil, err
	}
	var out []*table.Table
	for _, file := range files {
		k, ok := kindOf(file)
		if !ok {
			continue
		}
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		t, err := table.Parse(filepath.Join(dir, file), data, k.columns...)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// addTables takes in layers of tables, the strongest first: a row whose key a
// stronger layer has is left out, with all its names.
func (a loader) addTables(layers [][]*table.Table) error {
	for _, k := range kinds() {
		taken := map[string]bool{}
		for i, layer := range layers {
			fresh := map[string]bool{}
			for _, t := range layer {
				if !strings.HasPrefix(filepath.Base(t.Name), k.prefix) {
					continue
				}
				if len(layers) > 1 {
					t = k.without(t, taken, fresh)
				}
				if err := k.add(a, t); err != nil {
					return err
				}
			}
			if i < len(layers)-1 {
				maps.Copy(taken, fresh)
			}
		}
	}
	return nil
}

// without gives a table without the rows whose keys are taken, and notes the
// keys of the others.
func (k kind) without(t *table.Table, taken, fresh map[string]bool) *table.Table {
	kept := *t
	kept.Rows = nil
	for _, row := range t.Rows {
		var key strings.Builder
		for _, c := range k.columns[:k.keys] {
			key.WriteString(row.Get(c))
			key.WriteByte('\t')
		}
		if !taken[key.String()] {
			fresh[key.String()] = true
			kept.Rows = append(kept.Rows, row)
		}
	}
	return &kept
}
