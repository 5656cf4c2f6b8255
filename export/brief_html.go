package export

import (
	"html/template"
	"io"
)

// sheetHTML is a brief as one file of HTML: it needs nothing beside it, shows the words
// behind a line when that is opened, and prints with all of them closed.
var sheetHTML = template.Must(template.New("brief").Parse(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Title}}</title>
<style>
body{font:15px/1.4 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111}
h1{font-size:1.4em;margin:0}h2{font-size:1em;text-transform:uppercase;letter-spacing:.05em;border-bottom:1px solid #999;margin:1.2em 0 .3em}
p.below,p.more,blockquote{color:#555}ul{list-style:none;margin:0;padding:0}li{margin:.25em 0;break-inside:avoid}summary{cursor:pointer}
.id{font:.75em monospace;color:#777}.fact{margin-left:1.4em}blockquote{margin:.1em 0 .3em 1.4em;font-size:.9em}
@media print{body{font-size:10pt;margin:0;max-width:none}h2{break-after:avoid}details:not([open])>blockquote{display:none}@page{margin:18mm}}
</style></head><body>
<h1>{{.Title}}</h1><p class="below">{{.Below}}</p>
{{range .Sections}}<section><h2>{{.Name}}</h2><ul>
{{range .Items}}<li>{{if .Quotes}}<details{{if .Shown}} open{{end}}><summary>{{template "line" .}}</summary>{{range .Quotes}}<blockquote>{{.}}</blockquote>{{end}}</details>{{else}}{{template "line" .}}{{end}}{{range .Facts}}<div class="fact">{{.}}</div>{{end}}</li>
{{end}}</ul>{{if .More}}<p class="more">{{.More}}</p>{{end}}</section>
{{else}}<p>Nothing new on the record.</p>
{{end}}</body></html>
{{define "line"}}{{if .Lead}}<b>{{.Lead}}</b>{{if .Rest}}: {{end}}{{end}}{{.Rest}}{{if .IDs}} <span class="id">[{{.IDs}}]</span>{{end}}{{end}}`))

// The shapes that the template is given; every word in them is clean.
type (
	htmlPage struct {
		Title, Below string
		Sections     []htmlSection
	}
	htmlSection struct {
		Name, More string
		Items      []htmlItem
	}
	htmlItem struct {
		Lead, Rest, IDs string
		Facts, Quotes   []string
		Shown           bool
	}
)

func (p *paper) html(w io.Writer) error {
	out := htmlPage{Title: Clean(p.title), Below: Clean(p.below)}
	for _, s := range p.sections {
		to := htmlSection{Name: s.name, More: s.more}
		for _, i := range s.items {
			to.Items = append(to.Items, htmlItem{Clean(oneLine(i.lead)), Clean(oneLine(i.rest)), Clean(i.ids), cleanLines(i.facts), cleanLines(i.quotes), i.shown})
		}
		out.Sections = append(out.Sections, to)
	}
	return sheetHTML.Execute(w, out)
}

func cleanLines(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = Clean(oneLine(l))
	}
	return out
}
