// Package pages is the record in a browser: HTML rendered by the server, a face over
// service alone.
//
// A request goes one way: a screen reads the address (filters), asks service, and
// gives a view, which is a template's name with what it shows; show puts the view into
// the frame that all pages share (navigation, search, theme, the link to the same as
// data) and writes it whole, or the page of a failure. To add a page, write a screen in
// a file of its own with a template of the file's name, and name it in routes and,
// where readers look for it, in places (navigation.go).
//
// Promised: every page works without JavaScript, weighs less than 100 kB, holds no
// script or style in itself and asks for nothing from another server; what comes from
// reports is escaped by html/template and stands in an element that isolates its
// direction (UAX 9; dir="auto", bdi). The modules in static make it quicker: they open
// evidence beside the list and obey keys.
package pages
