// Package notices holds the licences of everything that is linked into the program:
// the modules, Go itself and the corpora behind the weights. The text lies beside the
// binary as notices/THIRD-PARTY.txt and inside it, for rapporteur version --licences.
//
// "go generate ./notices" writes the file anew; a test fails while it is not current.
package notices

import _ "embed"

//go:generate go run ./collect -o THIRD-PARTY.txt

// Text is every notice, each below a line with the name of what it belongs to.
//
//go:embed THIRD-PARTY.txt
var Text string
