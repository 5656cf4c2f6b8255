// Package reading makes the entries of one report: statements, meetings,
// events, positions and notices, each with its evidence, its confidence and
// the rule that made it.
//
// In come the frames that readers of frames find, and the links of an analysed text to
// actors; out comes a [rapporteur.Reading]. The fillers of frames are linked, what is
// told twice is joined, days and places are settled, and every entry gets its words. No
// tree is looked at: what a sentence tells is decided by those who make frames. What
// they do not find is left out: a wrong entry costs more than a missing one. The same
// report gives the same reading, at any number of workers.
package reading
