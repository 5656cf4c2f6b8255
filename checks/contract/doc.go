// Package contract holds the interface over HTTP to its own description: schemathesis
// reads the OpenAPI document of a served record, makes requests of it, right ones and
// wrong ones, and looks whether each answer is one that the document allows and none is
// the server's own failure. It has tests alone.
package contract
