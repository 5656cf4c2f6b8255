// Package gate is what stands before the faces on the network: it names the hosts
// that the server answers for, sets the headers that keep a page to itself, lets in who
// is known, bounds how often they ask and what a request may weigh and take, counts and
// logs it, and lets no failure of one request end the others. Who may do what is decided
// by package access.
package gate
