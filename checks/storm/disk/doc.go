// Package disk is a small disk for tests that fill one: a file system of its own, in memory,
// on which there is as much room as the test says. Only Linux has it, and only root may
// mount it.
package disk
