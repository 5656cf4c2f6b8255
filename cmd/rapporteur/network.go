package main

import (
	"strings"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/source/fetch"
)

// networkFlags say from where is fetched beside the public internet.
type networkFlags struct {
	AllowNetwork []string `help:"Addresses of an intranet that are fetched from as well, such as 10.20.0.0/16; may be given several times. Everything else that is not on the public internet stays refused." placeholder:"CIDR" env:"RAPPORTEUR_ALLOW_NETWORK"`
	Proxy        string   `help:"The proxy to fetch through, such as http://proxy.example:3128; environment is what HTTP_PROXY, HTTPS_PROXY and NO_PROXY say. Names that this machine cannot resolve are left to it." placeholder:"URL" env:"RAPPORTEUR_PROXY"`
}

// fetcher makes a fetcher of the flags, and has it tell what it does by them.
func (f networkFlags) fetcher(c *terminal.Console, purpose string) (*fetch.Fetcher, error) {
	networks, err := fetch.Networks(f.AllowNetwork)
	if err != nil {
		return nil, err
	}
	proxy, err := fetch.ParseProxy(f.Proxy)
	if err != nil {
		return nil, err
	}
	if len(networks) > 0 {
		c.Tell("fetching is allowed from %s beside the public internet", strings.Join(f.AllowNetwork, ", "))
	}
	if proxy != nil {
		c.Tell("fetching goes through the proxy %s", proxy)
	}
	return fetch.New(fetch.Options{Version: version, Purpose: purpose, Networks: networks, Proxy: proxy, Tell: func(what string) { c.Tell("%s", what) }}), nil
}

// inputs opens what the arguments of a command stand for.
func (f networkFlags) inputs(c *terminal.Console, opts source.Options) (*service.Inputs, error) {
	fetcher, err := f.fetcher(c, "")
	if err != nil {
		return nil, err
	}
	return &service.Inputs{Opener: &source.Opener{Stdin: c.Stdin, Version: version, Fetcher: fetcher}, Options: opts, Stdin: c.Stdin}, nil
}
