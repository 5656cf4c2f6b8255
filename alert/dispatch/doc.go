// Package dispatch looks at what happened to a record, writes down what the rules of
// alerts find in it, makes letters of that and has them sent. See package alert for what
// is promised.
//
// A Runner works in any process that has the record open; several may, and each thing is
// found and each letter sent by one of them. Run wakes up when Wake is called, looks for
// the changes of other processes a few times a second, which costs one look at an empty
// table, and ends with its context.
package dispatch
