// Package ontology holds what events and issues are called: the codes of CAMEO,
// the types, modes and contexts of PLOVER, the way from one to the other, and a
// list of the issues that parties negotiate about.
//
// Nothing comes in but the tables; out come codes and their meaning. The codes
// are those of the CAMEO manual (Schrodt 2012, version 1.1b3) as GDELT uses
// them, with GDELT's Goldstein values and quad classes, and of the PLOVER manual
// (Open Event Data Alliance 2021, version 0.8). Where the conversion table that
// came with the latter contradicts it, the manual counts; the head of
// tables/cameo.tsv says where. The list of issues is our own, and a user can add
// to it.
//
// Not promised: that the way from CAMEO to PLOVER and back leads to the same
// code. CAMEO has some three hundred and PLOVER sixteen types.
package ontology
