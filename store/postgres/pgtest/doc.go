// Package pgtest gives tests a PostgreSQL of their own: a cluster in a temporary
// folder, on a socket in it, that no other process knows of and that ends with the
// test's process. It is never an imitation. Where PostgreSQL is not installed tests are
// skipped with a message, but for those of CI (CI=true), which fail.
package pgtest
