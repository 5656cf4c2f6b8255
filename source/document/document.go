package document

import (
	"time"

	"rapporteur"
)

// Document is what a file says.
type Document struct {
	Title, Outlet, Byline string
	// Published is the day that the file itself gives with certainty.
	Published rapporteur.Date
	// Made is a day from which the text is likely to be, for who finds none in it.
	Made   rapporteur.Date
	Blocks []Block
	// Cover are how many blocks stand on the first page, where a file has pages, and
	// Running what its pages have in common, at their head or foot, and is no block.
	Cover   int
	Running []string
	// HTML is a text in the place of blocks, as a web page.
	HTML []byte
}

// Block is a paragraph, or lines that are wrapped as people and programs wrap them.
type Block struct {
	Words string
	// Kind is what the file says of it, "" where it says nothing.
	Kind rapporteur.ParagraphKind
	// Row says that it is a row of a table, its cells parted by " | ".
	Row bool
}

// What can be wrong with a file, each with what to do about it.
var (
	errNone    = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "not a document; convert it to text first"}
	errForeign = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a file of an old office program; save it as DOCX, ODT or text first"}
	errLocked  = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "encrypted; save it without a password first"}
	errPacked  = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a ZIP file, and no document of a word processor; unpack it first"}
	errBroken  = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a document that is broken or cut off; save it anew, or as text"}
	errLarge   = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "unpacks to more than a report has; save its text to a file and read that"}
)

// near is how long after a document was made it may have been changed last, for that
// day to be taken as the day of its text: else it was made of an older one.
const near = 7 * 24 * time.Hour

// MadeOn gives the day of the last change of a document that was made shortly before.
func MadeOn(made, changed time.Time) rapporteur.Date {
	if changed.IsZero() {
		changed = made
	}
	if made.IsZero() || made.Year() < 1990 || changed.Before(made.Add(-24*time.Hour)) || changed.Sub(made) > near {
		return ""
	}
	return rapporteur.Date(changed.Format(time.DateOnly))
}
