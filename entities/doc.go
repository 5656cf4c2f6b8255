// Package entities decides who is meant: it links the names, titles,
// descriptions and pronouns of a report to actors.
//
// In come an analysed text and its attributions; out come [Links]: the actors of
// the report, every mention of them, and whom each noun phrase, land and pair
// stands for. Links do not change. Linking goes step by step over a model of the
// discourse that the steps share: office phrases, names, persons, offices,
// counterparts, pairs, sources, pronouns, descriptions. Package knowledge holds
// what is known beforehand: states with their names, demonyms, capitals and
// seats of power, bodies and groups, and who held which office on which day.
// An actor that no table knows becomes an actor of the report, with the role
// and the state that the text gives.
//
// Nobody is assumed to hold an office before what the tables know, or more than
// a year after it, and a name that could be two people stays unlinked.
//
// Whatever is asked once a name or phrase is looked up in an index that grows with
// the report's actors and mentions, so that linking takes time by their number.
package entities
