// Package reading makes the entries of one report: statements, meetings,
// events, positions and notices, each with its evidence, its confidence and
// the rule that made it.
//
// In comes an analysed text with its attributions and its cast of actors; out
// comes a [rapporteur.Reading]. What a rule does not cover is left out: a
// wrong entry costs more than a missing one. The same report gives the same
// reading, at any number of workers.
package reading
