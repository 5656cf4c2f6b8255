package main

import "context"

// readCmd prints the record of each report.
type readCmd struct {
	Paths []string `arg:"" name:"report" help:"Files or URLs of reports; - is standard input."`
}

// Run reads the reports in parallel and prints them in the order given.
func (cmd *readCmd) Run(ctx context.Context, c *console) error { return nil }
