package main

import (
	"io"

	"rapporteur/cmd/internal/terminal"
)

// completionCmd prints a script that completes commands, flags and their values.
type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"Shell to complete in: ${enum}."`
}

// scripts hand the line to "rapporteur complete", which knows the commands, the tables
// and the record; where it knows nothing, files complete.
var scripts = map[string]string{
	"bash": bashScript,
	"zsh":  "autoload -U +X bashcompinit && bashcompinit\n" + bashScript,
	"fish": "complete -c rapporteur -a '(rapporteur complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'\n",
}

const bashScript = `_rapporteur() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$(printf '%q' "$word")")
  done < <(rapporteur complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _rapporteur rapporteur
`

// Run prints the script; the help of the command says where it goes.
func (cmd *completionCmd) Run(c *terminal.Console) error {
	_, err := io.WriteString(c.Stdout, scripts[cmd.Shell])
	return err
}

// Help is shown below the usage.
func (completionCmd) Help() string {
	return `bash:  rapporteur completion bash > ~/.local/share/bash-completion/completions/rapporteur
zsh:   rapporteur completion zsh >> ~/.zshrc
fish:  rapporteur completion fish > ~/.config/fish/completions/rapporteur.fish`
}
