// Package pdf reads printed pages (ISO 32000) as a reader would: column by column,
// paragraph by paragraph.
//
// In come the bytes of a PDF file; out goes a [document.Document]. Runs of characters
// with their places and sizes are taken from PDFium, the engine of Chromium, compiled
// to WebAssembly: it reads what real producers write, broken files among it, and works
// inside memory of its own, so that a hostile file can neither reach that of the
// program nor grow beyond [memoryMost]; [timeMost] ends what does not end. What the
// runs are is found here:
//
//   - runs of one height are lines, lines to both sides of a gap that goes down the
//     page are columns (columns.go), two boxes side by side are read one after the other
//     (boxes.go); raised figures are exponents or lead to notes (raised.go);
//   - lines that follow one another without a gap, an indent or another size of type
//     are paragraphs, also across columns and pages; words that were parted at the end
//     of a line are joined (paragraphs.go, hyphen.go);
//   - what comes again at the head or foot of pages, running heads, numbers of pages,
//     what a browser prints around a page, and small type below the text are not the
//     text (furniture.go, running.go); headings that count on are (counted.go);
//   - larger or bolder lines are headings, the largest at the head the title (kind.go), but
//     for labels of a letter and who signs it (labels.go);
//   - what somebody filled into a form is text where its fields are; of one that keeps it
//     as XML alone (XFA), it comes last, with the names of the fields (form.go, xfa.go).
//
// A page that is a picture is said to be one; a file of nothing else, one that needs a
// password, and one of more than [pagesMost] pages are errors that say so. Not
// promised: tables, which are read line by line, formulas, and pages whose type was
// drawn without telling its characters.
package pdf
