// Package mail reads letters (RFC 5322 with MIME, RFC 2045 to 2049), boxes of them
// (RFC 4155) and letters of Outlook's (MS-OXMSG), of which it makes such as the others.
//
// In comes one letter; out goes a [document.Document]: the subject as its title, the
// sender as its outlet, the day on which it was sent, and the words. Of two forms of
// the same words the plain one is taken unless it holds much less. What the sender
// quotes, signs with, and what a list adds below are blocks of boilerplate. A letter
// that only passes on another is read as that other one: its sender, day and subject.
//
// What is attached is given as it is, for its own reading ([Attachments]); who sends a
// communiqué sends it so. Bodies are decoded (base64, quoted-printable, character sets
// by the WHATWG Encoding Standard); text that wraps by format=flowed is joined
// (RFC 3676). Letters nest up to [nestMost] deep and hold up to [partsMost] parts.
//
// Not promised: signatures without the line "-- " other than those of telephones, letters
// locked with S/MIME or PGP, those of Outlook's that hold their words as RTF alone, and the
// quotations of programs that mark them in no way known here.
package mail
