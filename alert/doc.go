// Package alert holds what somebody wants to be told of when the record changes: rules,
// what they found, and the letters that carry it. A rule says what must happen (a party
// moves, a meeting is planned, put off or called off, somebody is left out, somebody or
// words appear, sources disagree), of which part of the record, and to whom it goes; or it
// is a digest, a brief a day at an hour. Rules are written as a small text that Parse
// reads and Write writes.
//
// Nothing is lost and nothing is told twice. Whoever changes the record leaves a Stamp in
// the same transaction. What a rule finds since the stamps that are there is written down
// in the transaction that takes them away, as notices, with what was told of each entry
// (Told), so that the same thing is no notice again: neither when ten outlets follow, nor
// when it is corrected and still the same in kind. A letter is made of all notices that
// wait, written down under an id of its own, and only then sent; it is held while it is
// sent, and sent again under the same id if whoever held it died. What a receiver that
// knows the id sees, it sees exactly once; for one that does not, a rule is either sent at
// least once, or with NeverTwice at most once.
//
// The package opens no connection and knows no record; service finds, package
// alert/dispatch sends.
package alert
