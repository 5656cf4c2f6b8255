// Package terminal is what the commands of this module have in common: the streams
// that they read and write, exit statuses, and how a program is run and interrupted.
// Whatever they print through it is clean (export.Clean).
package terminal
