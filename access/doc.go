// Package access decides who may do what with a record that is open to a network: its
// users with their roles and passwords, the keys of programs, sessions, and the trail
// of what they did.
//
// It knows nothing of HTTP and nothing of the record. Who asks is a value of the
// context (With, From); whether they may do it is asked by Allow. Passwords are kept
// as hashes of Argon2id with the second parameters that RFC 9106 recommends; keys and
// sessions are random and kept as hashes of SHA-256, so that whoever reads the file
// cannot use them. The rows lie in a Store; store/storetest holds every one of them to
// the same behaviour.
package access
