// Package assistants holds the tools for assistants to the protocol: the conformance
// suite of the Model Context Protocol's makers speaks to a running `rapporteur mcp` and
// to a running `rapporteur serve`. It has tests alone.
package assistants
