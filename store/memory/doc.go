// Package memory keeps a record in memory, for as long as the process lives: for
// tests, and for a look at a few reports that nobody wants to keep.
//
// Every update works on a copy of the tables, which takes the place of the old
// ones if all goes well; a view is simply the tables at one moment. So updates
// take time in proportion to what is stored, and a record of more than some
// thousand reports belongs in store/sqlite.
package memory
