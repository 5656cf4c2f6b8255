// Package packed says how values stand in the columns of a database, the same in
// every one of them, so that rows can be moved as they are: bodies of reports
// deflated, bodies of members in S2, lists of numbers as bytes, times as milliseconds,
// sentences by the number of their report and their place in it. All reads rows.
package packed
