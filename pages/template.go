package pages

import (
	"embed"
	"html/template"
	"io"
	"path"
	"strings"

	"rapporteur"
	"rapporteur/export"
)

//go:embed templates
var templateFiles embed.FS

// templates are the pages by name, each with the frame and the parts.
type templates map[string]*template.Template

// loadTemplates parses every page with the parts that all pages share.
func loadTemplates(a *assets) templates {
	shared := template.Must(template.New("").Funcs(functions(a)).ParseFS(templateFiles, "templates/parts/*.html"))
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		panic(err) // they are part of the program
	}
	out := templates{}
	for _, f := range files {
		if f.IsDir() {
			continue
		}
		out[strings.TrimSuffix(f.Name(), ".html")] = template.Must(template.Must(shared.Clone()).ParseFS(templateFiles, path.Join("templates", f.Name())))
	}
	return out
}

// execute writes a part of a page: the frame with all in it, or main alone.
func (t templates) execute(w io.Writer, page, part string, f *frame) error {
	return t[page].ExecuteTemplate(w, part, f)
}

// functions are what templates may call.
func functions(a *assets) template.FuncMap {
	return template.FuncMap{
		"asset":  a.address,
		"day":    func(d rapporteur.Date) string { return export.Day(d) },
		"clean":  export.Clean,
		"plural": plural,
		"number": number,
	}
}

// plural puts a noun behind a number.
// pluralOver is a number of things, or that there are more than that.
func pluralOver(n int, over bool, one, many string) string {
	if over {
		return "more than " + plural(n, one, many)
	}
	return plural(n, one, many)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}
