// Package rules finds meetings, absences and events by rules over dependency trees: a
// word in a construction, what governs it, who stands where. Of frames that a model
// finds it says whom their words stand for, and what tables know of them: the code of an
// event, the stance and direction of a position.
//
// In goes a [language.Document] with the statements that were found in it, and
// [Actors], by which a rule asks whom a word stands for where the decision needs it:
// is the subject a party, are these two sides, is that a place. Out come frames whose
// fillers are tokens and who knows no actors: that Oslo is Norway is for linking to
// say, which resolves [frames.Filler] by its head and its denotation. Frames of one
// thing told twice are both given; joining them is for those who make entries.
//
// What words mean is data: the tables explain their columns, and a new verb is a row.
// The order of the text is the order of the frames of a kind, and of the fillers of a
// role. Nothing is written into the Document and nothing is kept between two texts.
//
// Files build on one another in one direction: who stands where (argument, phrase,
// slot, role), whether it came about (modality, occurrence, condition), where and when
// (place, time), then the kinds (search, event).
package rules
