package knowledge

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/table"
)

func (a loader) addPersons(t *table.Table) error {
	for _, row := range t.Rows {
		p := &Actor{ID: row.Get("id"), Name: row.Get("name"), Kind: rapporteur.Person, State: row.Get("state"), Family: row.Get("family")}
		if p.ID == "" || p.Name == "" {
			return row.Errorf("a person needs an id and a name")
		}
		p.Gender = gender(row.Get("gender"))
		if p.Family == "" {
			p.Family = FamilyName(p.Name)
		}
		if err := a.enter(p, row); err != nil {
			return err
		}
		p.Words = Words(p.Name)
		a.names.add(p.Name, p, ByName)
		a.addAliases(p, row.List("aliases"))
	}
	return nil
}

// addAliases enters other names of a person; a single word is a family name.
func (a loader) addAliases(p *Actor, aliases []string) {
	for _, alias := range aliases {
		if strings.Contains(alias, " ") {
			a.names.add(alias, p, ByName)
		}
	}
	a.addFamilyVariants(p, aliases)
}

// addFamilyVariants lets every spelling of the family name be found.
func (a loader) addFamilyVariants(p *Actor, aliases []string) {
	own := Fold(p.Family)
	last := Fold(FamilyName(p.Name)) == own
	seen := []string{own}
	for _, alias := range aliases {
		family := alias
		if strings.Contains(alias, " ") {
			if !last { // the family name does not come last
				continue
			}
			family = FamilyName(alias)
		}
		if key := Fold(family); !slices.Contains(seen, key) {
			seen = append(seen, key)
			a.people.addVariant(key, p)
		}
	}
}

// FamilyName is the last word of a name with the particle that belongs to it,
// as it is used on second mention: "bin Zayed", "Assad", "van Rompuy".
func FamilyName(name string) string {
	words := strings.Fields(name)
	last := len(words) - 1
	if last < 0 {
		return ""
	}
	if last > 0 && Younger(strings.ToLower(strings.Trim(words[last], ".,"))) {
		last--
	}
	if last > 0 && Particle(strings.ToLower(words[last-1])) {
		return words[last-1] + " " + words[last]
	}
	w := words[last]
	for _, article := range []string{"al-", "Al-", "el-", "El-"} {
		w = strings.TrimPrefix(w, article)
	}
	return w
}

// Younger reports whether a folded word behind a name tells a son from his
// father: "junior".
func Younger(word string) bool { return younger[word] }

// Particle reports whether a folded word before a family name belongs to it.
func Particle(word string) bool { return particles[word] }

// younger are the words behind a name that tell a son from his father.
var younger = map[string]bool{"jr": true, "junior": true, "iii": true}

var particles = map[string]bool{"bin": true, "van": true, "von": true, "de": true, "der": true, "den": true, "le": true, "della": true, "ben": true, "ibn": true}
