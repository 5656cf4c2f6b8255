// Package record makes one record of many reports: the meeting of which ten
// outlets write is one entry with ten reports behind it.
//
// Readings come in ([Record.Add]); entries go out ([Record.Entries]): meetings,
// statements, events, positions and notices, each with every report that
// supports it, the number of independent sources, what the reports disagree on,
// and what a person has corrected. Parties' positions in the order of time and
// their shifts, actors, reports and what is written in them can be asked for in
// the same way, and all of it as it stood on a past day.
//
// Two entries of reports belong together if they share a blocking key and a
// symmetric test says that they are the same thing in the world; an entry of the
// record is a connected component of that graph (entity resolution by blocking,
// pairwise matching and transitive closure; Christen, Data Matching, 2012).
// Neither keys nor test look at anything but the two entries and the corrections
// made to them. So the same reports give the same record in whatever order and
// in whatever portions they arrive, and each decision can be explained
// ([Record.Why]). Near-duplicate texts are found by MinHash and locality-
// sensitive hashing (Broder 1997), repeated words of a speaker by winnowing
// (Schleimer, Wilkerson and Aiken 2003).
//
// The record's ids, and times of arrival, do depend on the order: an id is minted
// once, for the first member of an entry; if two entries turn out to be one, the
// elder stays and the younger says which one took its place.
//
// Promised: nothing that was on the record is overwritten, except by
// [Record.Remove]; what a person has corrected survives every new reading of the
// reports. Not promised: that an actor whom no table knows (its id begins with ~)
// is the same one in two reports. A person's full name is taken for the same
// person, "the coast guard" for that of the state that the report is about.
//
// The package declares the [Store] that it needs and has no input or output of
// its own.
package record
