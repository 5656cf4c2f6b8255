// Package entities decides who is meant: it links the names, titles,
// descriptions and pronouns of a report to actors.
//
// In come an analysed text and its attributions; out comes a [Cast]: the
// actors of the report and every mention of them. Package knowledge holds
// what is known beforehand: states with their names, demonyms, capitals and
// seats of power, bodies and groups, and who held which office on which day.
// An actor that no table knows becomes an actor of the report, with the role
// and the state that the text gives.
//
// Nobody is assumed to hold an office before or after what the tables know,
// and a name that could be two people stays unlinked.
package entities
