package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// completionCmd prints a script that completes commands and flags.
type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"Shell to complete in: ${enum}."`
}

// Run prints the script; the help of the command says where it goes.
func (cmd *completionCmd) Run(c *console, k *kong.Kong) error {
	words := map[string][]string{}
	collect(k.Model.Node, "", words)
	if cmd.Shell == "fish" {
		return fish(c.stdout, k.Model.Node, "")
	}
	if cmd.Shell == "zsh" {
		fmt.Fprintln(c.stdout, "autoload -U +X bashcompinit && bashcompinit")
	}
	return bash(c.stdout, k.Model.Node, words)
}

// Help is shown below the usage.
func (completionCmd) Help() string {
	return `bash:  rapporteur completion bash > ~/.local/share/bash-completion/completions/rapporteur
zsh:   rapporteur completion zsh >> ~/.zshrc
fish:  rapporteur completion fish > ~/.config/fish/completions/rapporteur.fish`
}

// collect gathers what may follow each chain of commands.
func collect(n *kong.Node, path string, words map[string][]string) {
	for _, group := range n.AllFlags(true) {
		for _, f := range group {
			words[path] = append(words[path], "--"+f.Name)
		}
	}
	for _, child := range n.Children {
		words[path] = append(words[path], child.Name)
		collect(child, strings.TrimSpace(path+" "+child.Name), words)
	}
}

// bash writes a completion function: the longest chain of commands that the
// line begins with decides; where nothing is known, files complete.
func bash(w io.Writer, n *kong.Node, words map[string][]string) error {
	var b strings.Builder
	b.WriteString("_rapporteur() {\n  local path=\"\" word next\n  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    next=\"${path:+$path }$word\"\n    case \"$next\" in\n")
	for _, path := range paths(n, "") {
		fmt.Fprintf(&b, "      %q) path=\"$next\" ;;\n", path)
	}
	b.WriteString("    esac\n  done\n  case \"$path\" in\n")
	for _, path := range append([]string{""}, paths(n, "")...) {
		fmt.Fprintf(&b, "    %q) COMPREPLY=($(compgen -W %q -- \"${COMP_WORDS[COMP_CWORD]}\")) ;;\n", path, strings.Join(words[path], " "))
	}
	b.WriteString("  esac\n}\ncomplete -o default -F _rapporteur rapporteur\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// paths gives every chain of commands, in the order of the model.
func paths(n *kong.Node, path string) []string {
	var out []string
	for _, child := range n.Children {
		p := strings.TrimSpace(path + " " + child.Name)
		out = append(append(out, p), paths(child, p)...)
	}
	return out
}

// fish writes a line for each command and flag.
func fish(w io.Writer, n *kong.Node, path string) error {
	condition := "__fish_use_subcommand"
	if path != "" {
		condition = "__fish_seen_subcommand_from " + path[strings.LastIndexByte(path, ' ')+1:]
	}
	for _, child := range n.Children {
		if _, err := fmt.Fprintf(w, "complete -c rapporteur -n %q -a %s -d %q\n", condition, child.Name, child.Help); err != nil {
			return err
		}
		if err := fish(w, child, strings.TrimSpace(path+" "+child.Name)); err != nil {
			return err
		}
	}
	for _, f := range n.Flags {
		if _, err := fmt.Fprintf(w, "complete -c rapporteur -n %q -l %s -d %q\n", condition, f.Name, f.Help); err != nil {
			return err
		}
	}
	return nil
}
