package record

import (
	"time"

	"rapporteur"
)

// Change is one thing that happened to an entry of the record.
type Change struct {
	At time.Time `json:"at"`
	// What is minted, joined, left, merged, split, superseded, corrected or removed.
	What string `json:"what"`
	// By is the person who did it, empty for the program.
	By string `json:"by,omitempty"`
	// Report is the report that came or went, Outlet who published it when.
	Report    string          `json:"report,omitempty"`
	Outlet    rapporteur.Text `json:"outlet,omitempty"`
	Published rapporteur.Date `json:"published,omitempty"`
	// Entry is the other entry of a merge or split.
	Entry      string      `json:"entry,omitempty"`
	Correction *Correction `json:"correction,omitempty"`
}

// Reason says why two members are the same thing.
type Reason struct {
	A, B Member
	// Rule names the test that held, and Because what it found, in words.
	Rule    string   `json:"rule"`
	Because []string `json:"because"`
}
