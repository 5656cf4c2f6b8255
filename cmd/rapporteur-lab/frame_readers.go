package main

import (
	"rapporteur/frames"
	"rapporteur/reading"
)

// frameReaders chooses who finds frames, to compare.
type frameReaders struct {
	Frames string `enum:"both,model,rules" default:"both" help:"Who finds frames: the model, the rules, or both as the program reads: ${enum}."`
}

// kinds are those of which a reader of frames can be chosen.
var kinds = []frames.Kind{frames.Statement, frames.Meeting, frames.Event, frames.Position, frames.Absence}

// of gives a reader with the chosen readers of frames.
func (f frameReaders) of(reader *reading.Reader) *reading.Reader {
	switch f.Frames {
	case "model":
		return reader.Preferring(reading.ModelAlone, kinds...)
	case "rules":
		return reader.Preferring(reading.RulesAlone, kinds...)
	}
	return reader
}
