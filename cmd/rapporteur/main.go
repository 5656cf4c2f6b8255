// Command rapporteur reads news reports about a negotiation and writes down
// who met whom, who said what and who wants what, every line with the words
// that support it.
package main

import (
	"rapporteur/cmd/internal/terminal"

	"github.com/alecthomas/kong"
)

// version is set by the linker on a release.
var version = "0.1.0-dev"

const description = `Keeps the record of a negotiation from the news about it: meetings and who was
left out, statements, positions, each with the exact words that support it. A flag that is not given is taken from
the environment: --read-time from RAPPORTEUR_READ_TIME, or from the file that
RAPPORTEUR_READ_TIME_FILE names.`

// cli is every command with its flags.
type cli struct {
	Read        readCmd          `cmd:"" help:"Read reports and print what they put on the record."`
	Add         addCmd           `cmd:"" help:"Put reports on the record."`
	Show        showCmd          `cmd:"" help:"Show what is on the record."`
	Brief       briefCmd         `cmd:"" help:"Print a page of what is new: who moved, who met and who meets next, what is disputed."`
	Positions   positionsCmd     `cmd:"" help:"Print what parties want, issue by issue in the order of time, or as a table of parties by issues."`
	Attendance  attendanceCmd    `cmd:"" help:"Print a table of parties by meetings: who was there, who was left out, who is not mentioned."`
	Timeline    timelineCmd      `cmd:"" help:"Print meetings and events by date, with a column for each party; or draw them (SVG)."`
	WhatChanged whatChangedCmd   `cmd:"" name:"what-changed" help:"Print what is new, moved, withdrawn and corrected on the record between two times."`
	Serve       serveCmd         `cmd:"" help:"Open the record in a browser and to programs over HTTP; to others than this machine with a log-in."`
	Worker      workerCmd        `cmd:"" help:"Read reports of a queue (NATS JetStream), beside any number of others."`
	MCP         mcpCmd           `cmd:"" name:"mcp" help:"Give the record as tools to language-model assistants (Model Context Protocol)."`
	Users       usersCmd         `cmd:"" help:"Keep the list of those who may log in to serve."`
	Keys        keysCmd          `cmd:"" help:"Keep the keys with which programs come in to serve."`
	Namespace   namespaceCmd     `cmd:"" help:"Keep the desks that share the record: their names and what each may have."`
	Audit       auditCmd         `cmd:"" help:"Print who logged in, corrected and changed what."`
	Export      exportCmd        `cmd:"" help:"Write what is on the record as data: tables, GDELT, GeoJSON, calendars and more."`
	Import      importCmd        `cmd:"" help:"Make a record of an export as JSON lines."`
	Codebook    codebookCmd      `cmd:"" help:"Explain every field, code and rule of exports, with figures of quality."`
	Follow      followCmd        `cmd:"" help:"Follow feeds, sitemaps, pages that list reports, and folders."`
	Watch       watchCmd         `cmd:"" help:"Bring in what is new of what is followed, round after round."`
	Tail        tailCmd          `cmd:"" help:"Print what comes to the record, as it comes."`
	Dossier     dossierCmd       `cmd:"" help:"Keep named parts of the record."`
	Table       tableCmd         `cmd:"" help:"Keep a desk's own tables: what it calls actors, issues, offices and outlets."`
	Alert       alertCmd         `cmd:"" help:"Be told when something happens on the record: by mail, a webhook, a command or a feed."`
	Digest      digestCmd        `cmd:"" help:"Print a brief of what came to the record in a day."`
	Correct     correctCmd       `cmd:"" help:"Correct an entry of the record; nothing is overwritten."`
	Review      reviewCmd        `cmd:"" help:"Walk through what is doubtful, the weightiest first, and judge it with one key."`
	Corrections correctionsCmd   `cmd:"" help:"List what persons corrected, and what is to be looked at again."`
	Why         whyCmd           `cmd:"" help:"Explain why reports are one entry."`
	History     historyCmd       `cmd:"" help:"Print what happened to an entry."`
	Remove      removeCmd        `cmd:"" help:"Take reports, or an outlet, off the record for good."`
	Reread      rereadCmd        `cmd:"" help:"Read the reports of the record again."`
	Verify      verifyCmd        `cmd:"" help:"Check the record and say what does not hold."`
	Repair      repairCmd        `cmd:"" help:"Save what can be saved of a damaged record."`
	Migrate     migrateCmd       `cmd:"" help:"Bring the record of an older version up to date."`
	Backup      backupCmd        `cmd:"" help:"Copy the record to a new file; others may go on using it."`
	Restore     restoreCmd       `cmd:"" help:"Check a backup and put it in the place of the record."`
	Move        moveCmd          `cmd:"" help:"Copy the record from a file to PostgreSQL or back, row by row, and compare."`
	Issues      issuesCmd        `cmd:"" help:"List the issues of negotiation and the acts of statements that filters take."`
	Actors      actorsCmd        `cmd:"" help:"List and search the states, bodies and persons that the program knows, and who held which office when."`
	Completion  completionCmd    `cmd:"" help:"Print a script that completes commands and flags."`
	Complete    completeCmd      `cmd:"" hidden:"" help:"Print what may come next in a line; the scripts of completion ask it."`
	Help        helpCmd          `cmd:"" help:"Explain a command."`
	Version     versionCmd       `cmd:"" help:"Print the version, or the licences of what the program is made of."`
	VersionFlag kong.VersionFlag `name:"version" help:"Print the version and exit."`
	terminal.Flags
}

func main() {
	terminal.Program{Name: "rapporteur", Environment: "RAPPORTEUR", Version: version, Description: description, Commands: &cli{}}.Main()
}
