// Simulation runs the way of reports through the queue on paper: a day of it in seconds,
// with more workers than we have machines. It is a discrete-event simulation: nothing
// happens between two events, time jumps from one to the next, and the same seed gives the
// same day.
//
//	go run ./checks/simulation
//
// prints the tables of docs/scale.md. What a step costs is measured (docs/performance.md)
// and stands in Costs; what is supposed stands in Scenario: how reports arrive, how fast
// hosts are, which blocking keys are hot, what fails when.
//
// Reports arrive as a Poisson process whose rate follows the hours of the day and bursts.
// Readers take one at a time from reports.in; what a lost zone had in hand comes again when
// its time is up. Recorders take what waits in reports.read, so many at most, lock the hot
// blocking keys of the batch in order, hold them for the time of the transaction, and
// acknowledge. Keys that few reports share are left out: nobody waits for them.
package main
