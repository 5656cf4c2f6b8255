// Package mcp gives the record as tools to assistants that speak the Model Context
// Protocol, over a pair of streams or streamable HTTP, by the protocol's own SDK.
//
// In come calls of tools and readings of resources; out go answers of [service] with
// a schema each. What an assistant says of the record can be checked, because every
// answer has the ids of entries, the exact words that they stand on with their places,
// and the reports, outlets and addresses that the words are from. Lists are bounded;
// the next part is asked for with the cursor of the one before, which holds on to the
// moment at which the record was asked first.
//
// Nothing is changed unless the server is let: then there are tools that add a report
// and say that an entry is right or wrong, which ask what the caller may do. Without
// the words of reports (Silent) all words are left out, and reports are not given.
//
// The words of reports come from strangers. They are data of an answer, and the
// server's instructions tell the assistant so.
package mcp
