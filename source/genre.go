package source

import (
	_ "embed"
	"sync"

	"rapporteur"
	"rapporteur/table"
)

//go:embed genres.tsv
var genreTable []byte

// genreSign is one row of genres.tsv.
type genreSign struct {
	genre rapporteur.Genre
	where string
	words pattern
}

var knownGenres = sync.OnceValue(func() []genreSign {
	s, err := readGenres(genreTable)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return s
})

func readGenres(data []byte) ([]genreSign, error) {
	t, err := table.Parse("genres.tsv", data, "genre", "where", "pattern")
	if err != nil {
		return nil, err
	}
	var out []genreSign
	for _, row := range t.Rows {
		g := genreSign{rapporteur.Genre(row.Get("genre")), row.Get("where"), newPattern(row.Get("pattern"))}
		switch g.where {
		case "title", "ending", "first", "line", "has", "author":
		default:
			return nil, row.Errorf("%q is no place to look; the header of the table names them", g.where)
		}
		switch g.genre {
		case rapporteur.Opinion, rapporteur.Interview, rapporteur.Live, rapporteur.Communique, rapporteur.Other:
		default:
			return nil, row.Errorf("%q is no genre that a sign can give", g.genre)
		}
		out = append(out, g)
	}
	return out, nil
}

// genreOf judges what kind of article a page is: first by the words that give
// it away, then by the form of the text.
func genreOf(p *page) rapporteur.Genre {
	places := map[string][]string{
		"title":  {fold(string(p.Title)).text},
		"author": {fold(p.note).text},
	}
	for _, b := range p.blocks {
		places["line"] = append(places["line"], fold(b.in(p.text)).text)
	}
	places["has"], places["ending"] = places["line"], places["title"]
	places["first"] = places["line"][:min(2, len(places["line"]))]
	for _, g := range knownGenres() {
		if g.speaks(places[g.where]) {
			return g.genre
		}
	}
	return formOf(p)
}

// speaks reports whether one of the folded texts gives the genre away.
func (g genreSign) speaks(texts []string) bool {
	w := map[string]where{"title": atStart, "ending": atEnd, "first": atStart, "line": whole, "has": has, "author": has}[g.where]
	for _, t := range texts {
		if t != "" && g.words.holds(w, t) {
			return true
		}
	}
	return false
}
