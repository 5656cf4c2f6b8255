package source

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// linkedData is what the linked data of a page (JSON-LD, schema.org) say of its
// article. Contexts are not resolved: whatever vocabulary a page lists, the
// names of schema.org are what publishers write.
type linkedData struct {
	published                  rapporteur.Date
	byline, about, articleBody string
}

// deepest is how many levels of linked data are looked at.
const deepest = 12

// linkedOf reads the linked data of a page: the first article that gives a
// day of publication, else the first article.
func linkedOf(doc *html.Node) linkedData {
	var out linkedData
	found := false
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") || n.FirstChild == nil {
			continue
		}
		for _, object := range objects(n.FirstChild.Data) {
			if !isArticle(object["@type"]) {
				continue
			}
			if a := articleOf(object); !found || out.published == "" && a.published != "" {
				out, found = a, true
			}
		}
	}
	return out
}

// objects gives the objects of one script, outer ones first.
func objects(script string) []map[string]any {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<![CDATA["), "]]>")
	var all []map[string]any
	// Some outlets put one object after the other, some a semicolon behind.
	for d := json.NewDecoder(strings.NewReader(script)); ; {
		var value any
		if d.Decode(&value) != nil {
			return all
		}
		all = append(all, nested(value, deepest)...)
	}
}

// nested gives an object and those in its lists, graph and main entity. What
// it has as parts, videos for instance, are other works.
func nested(value any, depth int) []map[string]any {
	if depth == 0 {
		return nil
	}
	var all []map[string]any
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			all = append(all, nested(item, depth-1)...)
		}
	case map[string]any:
		all = append(all, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			all = append(all, nested(v[key], depth-1)...)
		}
	}
	return all
}

// isArticle reports whether a type, or one of a list of types, is a kind of
// article in schema.org.
func isArticle(kind any) bool {
	for _, s := range stringsIn(kind) {
		s = s[strings.LastIndexAny(s, "/:#")+1:]
		if strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "Posting") || s == "Report" {
			return true
		}
	}
	return false
}

// articleOf reads one object that is an article.
func articleOf(object map[string]any) linkedData {
	var a linkedData
	for _, s := range append(stringsIn(object["datePublished"]), stringsIn(object["dateCreated"])...) {
		if a.published == "" {
			a.published = stamp(s)
		}
	}
	a.byline = namesIn(object["author"])
	a.about = first(stringsIn(object["description"]))
	a.articleBody = first(stringsIn(object["articleBody"]))
	return a
}

// namesIn gives the names of persons, whether they stand as words, as an
// object, or as a list of either.
func namesIn(value any) string {
	var names []string
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	for _, item := range list {
		if object, ok := item.(map[string]any); ok {
			item = object["name"]
		}
		for _, s := range stringsIn(item) {
			if s = author(html.UnescapeString(s)); s != "" {
				names = append(names, s)
			}
		}
	}
	return strings.Join(names, ", ")
}

// stringsIn gives a value that may be words or a list of words.
func stringsIn(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case map[string]any:
		return stringsIn(v["@value"])
	case []any:
		var out []string
		for _, item := range v {
			if s, ok := item.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
