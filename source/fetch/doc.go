// Package fetch gets what lies at an address of the web, and nothing that a stranger's
// address should not reach.
//
// In comes an http or https address, out go the status, the headers and the body as it
// was sent, unpacked. Addresses that are not on the public internet (RFC 6890, the
// blocks of addresses.tsv) are refused in the dialer, after the name was resolved and
// for every redirect anew: neither a name that leads into a private network nor one
// whose answer changes between the check and the connection gets through. Networks can
// be allowed by name, a block at a time ([Networks]); every connection to one of them is
// told. A proxy is used only where one is named ([Proxy]); what it is asked for is held
// to the same rule as far as this machine can resolve the name.
//
// Promised: time, redirects, headers and size are bounded, before and after unpacking.
package fetch
