// Package rapporteur is the domain: what one news report puts on the record
// of a negotiation.
//
// A [Report] comes in; a [Reading] goes out: the actors it names, the
// statements, meetings, events and positions it supports, and notices about
// the report itself. Every entry carries at least one [Span] of evidence, and
// a span's text is always equal to that slice of the report.
//
// The package holds no input or output, imports no other package of this
// module, and its JSON field names are the contract "rapporteur/1": fields may
// be added, never renamed or given another meaning. The schema is published in
// docs/schema/rapporteur-1.json.
//
// Codes follow the standards of the field: states are ISO 3166-1 alpha-3,
// dates are EDTF (ISO 8601-2:2019), events are PLOVER and CAMEO.
package rapporteur
