// Package chart draws what is on a record as SVG, for a file of its own or for a page.
//
// In comes a drawing in words: lanes, rows, marks; out comes one svg element, which needs
// no style sheet, script or font of its own. Promised: the same drawing gives the same
// bytes; words from outside are escaped and cannot become markup; links are written only
// where they are http, https or relative; every mark has a title that says in words what
// its sign means, so that nothing is told by colour or shape alone. Classes begin with
// "chart-", so that a page can give them colours of its own.
package chart
