// Package archive finds the reports in files that hold many: web archives (WARC, and
// WACZ, which is a ZIP of them), ZIP, tables with a column of texts or of addresses (CSV
// and its like, among them the lists of GDELT and of Media Cloud), and lines of JSON,
// each of them packed with gzip or not.
//
// In comes a file, out come its [Item]s one by one, from the beginning or from the
// [Position] of one. What a file is, is recognised from its bytes; only tables and lines
// of JSON, which look like any text, by the end of its name. A file that is none of these
// is one item. What a column is for is known by its name, by columns.tsv, or said.
//
// Promised: a file is read as it comes and never held, of what is in it one report at a
// time; what is wrong with a report is an item that fails, and the next one follows.
// Archives that are made to unpack without end are refused.
//
// Records that are no pages (pictures, styles, redirections, requests, pages that were as
// before) are passed over and counted. Pages behind addresses are fetched by the opener,
// each address of a file once.
package archive
