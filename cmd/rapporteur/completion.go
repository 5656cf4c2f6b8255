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
var scripts = map[string]string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}

const bashScript = `_rapporteur() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$(printf '%q' "$word")")
  done < <(rapporteur complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _rapporteur rapporteur
`

// Where bash hands over a flag and its value apart, the others give --status=p as one
// word, and want it back whole: zsh takes what stands before the value as given.
const zshScript = `_rapporteur() {
  local -a found
  found=("${(@f)$(rapporteur complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  found=(${found:#})
  compset -P '--*='
  if (( $#found )); then compadd -a found; else _files; fi
}
if (( ! $+functions[compdef] )); then autoload -U compinit; compinit; fi
compdef _rapporteur rapporteur
`

const fishScript = `function __rapporteur
  set -l word (commandline -ct)
  set -l flag (string match -r -- '^--[^=]+=' "$word")
  for found in (rapporteur complete -- (commandline -opc)[2..-1] "$word" 2>/dev/null)
    printf '%s\n' "$flag$found"
  end
end
complete -c rapporteur -a '(__rapporteur)'
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
