package main

import (
	"container/heap"
	"time"
)

// event is something that happens at a time.
type event struct {
	at time.Duration
	// order keeps events of one moment in the order in which they were planned.
	order int
	do    func()
}

// calendar is the events to come.
type calendar struct {
	now    time.Duration
	order  int
	events events
}

// in plans something for later.
func (c *calendar) in(after time.Duration, do func()) {
	c.order++
	heap.Push(&c.events, event{c.now + after, c.order, do})
}

// run lets everything happen, one event after the other.
func (c *calendar) run() {
	for len(c.events) > 0 {
		e := heap.Pop(&c.events).(event)
		c.now = e.at
		e.do()
	}
}

// events are a heap, the next on top.
type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return e[i].at < e[j].at || e[i].at == e[j].at && e[i].order < e[j].order
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }

// Push and Pop are those of container/heap.
func (e *events) Push(x any) { *e = append(*e, x.(event)) }

// Pop gives the last.
func (e *events) Pop() any {
	old := *e
	last := old[len(old)-1]
	old[len(old)-1] = event{}
	*e = old[:len(old)-1]
	return last
}
