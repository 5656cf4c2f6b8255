// Package service holds what the program does for whoever asks, once for all its
// faces: the command line today, a web page or a worker tomorrow.
//
// Reports come in as Inputs: files, folders, addresses, lines of JSON, compressed
// or not. They are opened and read side by side (InOrder) and come out in their
// order. What is promised: one report fails alone, whatever happens in it, and the
// failure names it; nothing waits for more than half a second once its context is
// over; no input, however large, is held in memory beyond the limit on one report.
package service
