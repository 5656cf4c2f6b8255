package main

import "rapporteur/source/archive"

// columnFlags name the columns of tables and the fields of JSON lines.
type columnFlags struct {
	TextColumn   string `help:"Column of a table, or field of JSON lines, that holds the text, where it is not one that is known (text, body, content, maintext and others)." placeholder:"NAME"`
	URLColumn    string `name:"url-column" help:"Column with the address; where there is no text, the page is fetched from it." placeholder:"NAME"`
	TitleColumn  string `help:"Column with the title." placeholder:"NAME"`
	DateColumn   string `help:"Column with the date of publication." placeholder:"NAME"`
	OutletColumn string `help:"Column with who published it." placeholder:"NAME"`
}

func (f columnFlags) columns() archive.Columns {
	return archive.Columns{Text: f.TextColumn, URL: f.URLColumn, Title: f.TitleColumn, Published: f.DateColumn, Outlet: f.OutletColumn}
}
