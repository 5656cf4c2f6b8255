// Package loads has what researchers use read the exports of the program: loads.py, and
// a test that runs it where Python has what it needs.
package loads
