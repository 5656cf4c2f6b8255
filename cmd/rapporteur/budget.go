package main

import (
	"time"

	"rapporteur/reading"
)

// budgetFlag is how much of one report is read.
type budgetFlag struct {
	MaxSentence int           `name:"max-sentence" help:"Words of a sentence that are read; 0 is all. What exceeds a limit is read up to there, and a notice says so." default:"500" placeholder:"WORDS"`
	MaxReport   int           `name:"max-report" help:"Words of a report that are read; 0 is all." default:"100000" placeholder:"WORDS"`
	MaxTime     time.Duration `name:"max-time" help:"Longest time that one report is read; 0 is as long as it takes." default:"1m" placeholder:"TIME"`
}

func (f budgetFlag) budget() reading.Budget {
	return reading.Budget{Sentence: f.MaxSentence, Report: f.MaxReport, Time: f.MaxTime}
}
