// Package knowledge holds what is known of actors before a report is read:
// states with their names, demonyms, capitals and seats of power, bodies and
// groups, persons, and who held which office on which day.
//
// In come the tables that are built in and what a user adds to them: tables of
// the same form, a dictionary of actors for PETRARCH, or a dump of Wikidata.
// Out comes a [Base], which answers look-ups and never changes: it knows
// nothing of the text in which a name stands. Nobody is assumed to hold an
// office before or after what the tables know.
package knowledge
