// Package dataset writes what is on a record as the data that people load: flat tables
// with a data dictionary (CSV, XLSX, Parquet), the events of GDELT 2 and POLECAT, places
// as GeoJSON, what is to come as iCalendar, a feed (Atom), the statements of Discourse
// Network Analyzer, the evidence as W3C Web Annotations, and everything as JSON lines.
//
// Entries, actors and reports come in one by one (a Writer is a record.Sink); what goes
// out is written as it comes, so that a record of any size needs the memory of a page.
// Each export says what made it: service.Provenance.
//
// Promised: columns keep their names and meanings, further ones are added behind them;
// the same record gives the same rows in the same order. Words of reports are as they
// are, save that characters which a terminal would obey are replaced (export.Clean) and
// that in CSV an apostrophe stands before what a spreadsheet would take for a formula.
package dataset
