// Package warc reads web archives: WARC files of version 1.0 (ISO 28500:2009) and
// 1.1 (ISO 28500:2017), plain or compressed with gzip record by record (annex D of
// the standard, RFC 1952), from a stream.
//
// In comes the file, out come its records one by one, each with its fields and its
// block: [Reader.Next]. Of a record that holds an answer of a server, [Record.Page]
// gives the page as it was sent: without the chunks of its transfer (RFC 9112, section
// 7.1) and unpacked (gzip, deflate, br and zstd; RFC 9110, section 8.4).
//
// Promised: whatever the bytes, nothing panics, no more is held than one block of the
// largest size, offsets grow, and the end is reached. What is wrong with one record is
// a [Damage] of that record, and the next call goes on at the next one that can be
// found: behind a length that lies, behind a member of gzip that is broken, behind what
// is no record at all. A record that is given ends where it says and has the digests
// that it says; a member that unpacks without end is given up.
//
// Not promised: segments (continuation records) are not put together, and a revisit
// does not bring the page that it stands for.
package warc
