// Package api answers programs over HTTP: everything that the pages know, under
// /api/v1. It is a face over package service and decides nothing itself.
//
// Every operation is declared once, in Go; the OpenAPI 3.1 document at
// /api/v1/openapi.json is made of the same declarations. Errors are problems in the
// form of RFC 9457, lists come in pages with a cursor to the next one, and filters
// are those of the command line. Lists are also given as JSON lines and as CSV, by
// the parameter format or by the header Accept.
package api
