package dataset

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/table"
)

//go:embed tables/cameo_actors.tsv
var cameoActors []byte

// cameoCodes are the codes of CAMEO that differ from ours: of states, bodies and
// sectors, read once.
var cameoCodes = sync.OnceValue(func() map[[2]string]string {
	parsed, err := table.Parse("cameo_actors.tsv", cameoActors, "kind", "ours", "cameo")
	if err != nil {
		panic(err) // it is part of the program, and a test reads it
	}
	out := map[[2]string]string{}
	for _, row := range parsed.Rows {
		out[[2]string{row.Get("kind"), row.Get("ours")}] = row.Get("cameo")
	}
	return out
})

// cameoActor gives the ten cells of one side: code, name, country, known group, ethnic
// group, two religions, three types.
func cameoActor(i *interaction, id string) []string {
	out := make([]string, 10)
	if id == "" {
		return out
	}
	known := cameoCodes()
	state := firstOf(stateOf(i.entry, id), id)
	country := stateOf(i.entry, id)
	if code, ok := known[[2]string{"state", state}]; ok {
		country = code
	}
	group := firstOf(known[[2]string{"group", id}], known[[2]string{"group", state}])
	if len(country) != 3 || strings.ToUpper(country) != country || known[[2]string{"group", state}] != "" && known[[2]string{"state", state}] == "" {
		country = "" // a body is no country
	}
	kind := known[[2]string{"sector", i.sector(id)}]
	if kind == "" && (group != "" || country == "" && i.kind(id) == rapporteur.Organisation && i.entry.Cast[id].Known) {
		kind = "IGO"
	}
	if country == "EUR" {
		group, kind = "", ""
	}
	out[1], out[2], out[3], out[7] = strings.ToUpper(nameOf(i.entry, id)), country, group, kind
	if kind == "IGO" {
		out[0] = kind + group
	} else {
		out[0] = country + group + kind
	}
	return out
}
