// Command rapporteur-lab is for those who work on rapporteur: it prints what the
// engine sees in a text, scores each step on public corpora, draws samples for a
// person to judge, and makes the weights.
package main

import (
	"rapporteur/cmd/internal/terminal"

	"github.com/alecthomas/kong"
)

// version is set by the linker on a release.
var version = "0.1.0-dev"

const description = `Takes rapporteur apart: what the engine sees, how good each step is, and how its
weights are made.`

// lab is every command with its flags.
type lab struct {
	Parse            parseCmd            `cmd:"" help:"Print sentences, tags, trees and names of a text, as the program sees it."`
	Eval             evalCmd             `cmd:"" help:"Score the program on public corpora."`
	Sample           evalSampleCmd       `cmd:"" help:"Draw entries of a folder of reports for a person to judge."`
	Candidates       candidatesCmd       `cmd:"" help:"Print the deeds and positions that frames of annotated reports may tell of, with what makes each likely, to learn weights from."`
	Train            trainCmd            `cmd:"" help:"Make the weights of the language engine from treebanks, names and word vectors."`
	TrainCoreference trainCoreferenceCmd `cmd:"" help:"Make the weights of coreference from treebanks."`
	VersionFlag      kong.VersionFlag    `name:"version" help:"Print the version and exit."`
	terminal.Flags
}

func main() {
	terminal.Program{Name: "rapporteur-lab", Version: version, Description: description, Commands: &lab{}, Raw: true}.Main()
}
