// Package worker carries reports to the record over NATS JetStream, in two steps that any
// number of processes on any number of machines share: readers take reports and give
// readings, recorders take readings and write them down.
//
//	reports.in → reader → reports.read → recorder → record, record.changes
//	      └─────────────── dead ────────────┘
//
// Each of these is a subject with a stream of its own (reports-in, reports-read,
// record-changes, dead). A report is published under its mark (record.Mark) as message
// id, so that the same one published again within the window is one; whoever takes it
// acknowledges it after the next step has it for good, and extends its time meanwhile. A
// message can come twice all the same, when somebody dies between the two: the record
// takes the same report in once, so the effect is there exactly once, whatever dies.
//
// A report that fails to be read or written down three times, or takes too long, or at
// which processes died ten times, goes to dead with its error, where it is listed,
// replayed or dropped. What fails because of the record or of NATS is tried again for as
// long as it takes and counts for nobody.
//
// Nothing grows without bounds: the streams refuse what is beyond their limits, readers
// stop while too many readings wait, and whoever publishes is told that the queue is full.
package worker
