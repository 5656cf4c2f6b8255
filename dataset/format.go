package dataset

import (
	"slices"
	"strings"
)

// Format is a way to write an export.
type Format struct {
	Name, Meaning string
	// Folder says that the export is several files, Binary that no terminal can show it.
	Folder, Binary bool
	// Wide says that several tables are held open at once, each with its own buffers.
	Wide bool
	Open func(Options) (Writer, error)
}

// Formats are all ways to write an export.
func Formats() []Format {
	return []Format{
		{"csv", "flat tables with a data dictionary, a file each", true, false, true, newCSV},
		{"xlsx", "the same as sheets of a workbook", false, true, true, newXLSX},
		{"parquet", "the same as Parquet, with load.sql for DuckDB", true, true, true, newParquet},
		{"gdelt", "what happened, and who met, as the 61 columns of GDELT 2", true, false, false, newGDELT},
		{"polecat", "the same as the 40 columns of POLECAT", true, false, false, newPOLECAT},
		{"geojson", "meetings and events at their places", false, false, false, newGeoJSON},
		{"ical", "what is to come, as a calendar", false, false, false, newCalendar},
		{"atom", "entries as a feed", false, false, false, newAtom},
		{"dna", "positions as the statements of Discourse Network Analyzer", false, false, false, newDNA},
		{"annotations", "the evidence as W3C Web Annotations", false, false, false, newAnnotations},
		{"jsonl", "everything as JSON lines, which rapporteur import takes in again", false, false, false, newLines},
	}
}

// FormatOf gives a format by its name.
func FormatOf(name string) (Format, bool) {
	all := Formats()
	at := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if at < 0 {
		return Format{}, false
	}
	return all[at], true
}

// Names are the names of the formats, with commas between.
func Names() string {
	var out []string
	for _, f := range Formats() {
		out = append(out, f.Name)
	}
	return strings.Join(out, ",")
}
