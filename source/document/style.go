package document

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"regexp"
	"strings"

	"rapporteur"
)

// styles are the styles of a document by their ids.
type styles map[string]style

// style is what is known of one.
type style struct {
	name, basedOn string
	// level is that of the outline, "" for running text.
	kind rapporteur.ParagraphKind
}

// basesMost is how many styles one may be based on, one on another; in a broken
// document they may stand in a circle.
const basesMost = 12

// kindOf gives what a style says of a paragraph: by its own name, its level in the
// outline, or those of what it is based on.
func (s styles) kindOf(id string) rapporteur.ParagraphKind {
	for range basesMost {
		one, ok := s[id]
		if !ok {
			return namedKind(id)
		}
		if kind := namedKind(one.name); kind != "" {
			return kind
		}
		if one.kind != "" {
			return one.kind
		}
		id = one.basedOn
	}
	return ""
}

// headingName is how programs call styles of headings, in whatever language the user
// sees them: names of built-in styles are kept in English.
var headingName = regexp.MustCompile(`^(?:heading|subtitle|titre|überschrift|contents heading|toc heading)[ _]?\d*$`)

// apartName is how they call styles of what stands beside the text.
var apartName = regexp.MustCompile(`^(?:toc|index|contents|header|footer|footnote|endnote|footnote text|endnote text|table of figures|table of authorities|annotation text|balloon text)(?: ?\d+| left| right)?$`)

// namedKind gives what the name of a style tells, "" where it tells nothing.
func namedKind(name string) rapporteur.ParagraphKind {
	name = strings.ToLower(strings.NewReplacer("_20_", " ", "_", " ", "-", " ").Replace(name))
	switch {
	case name == "title":
		return rapporteur.Title
	case headingName.MatchString(name):
		return rapporteur.Heading
	case apartName.MatchString(name):
		return rapporteur.Boilerplate
	case name == "caption" || name == "figure" || name == "illustration":
		return rapporteur.Caption
	}
	return ""
}

// outline gives what a level of the outline says: nine is running text.
func outline(e xml.StartElement) rapporteur.ParagraphKind {
	if level := attribute(e, "val"); len(level) == 1 && level >= "0" && level <= "8" {
		return rapporteur.Heading
	}
	return ""
}

// wordStyles reads the styles of a DOCX file; without the part there are none.
func wordStyles(ctx context.Context, f *zip.File) (styles, error) {
	out := styles{}
	if f == nil {
		return out, nil
	}
	id, one := "", style{}
	err := elements(ctx, f, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "style":
				id, one = attribute(t, "styleId"), style{}
			case "name":
				one.name = attribute(t, "val")
			case "basedOn":
				one.basedOn = attribute(t, "val")
			case "outlineLvl":
				one.kind = outline(t)
			}
		case xml.EndElement:
			if t.Name.Local == "style" && id != "" {
				out[id] = one
			}
		}
		return nil
	})
	return out, err
}
