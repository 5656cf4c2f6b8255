package main

import (
	"time"

	"rapporteur/service"
)

// translateFlags have what is in other languages than English translated and read.
type translateFlags struct {
	Translate     string        `help:"Program that translates into English, with its arguments, run once for each report: a line of JSON a paragraph goes in, {\"language\", \"text\"}, one comes out, {\"text\"}. The original words stay the evidence." placeholder:"COMMAND" env:"RAPPORTEUR_TRANSLATE"`
	TranslateTime time.Duration `help:"Longest time that the translation of one report may take." default:"2m" placeholder:"TIME"`
}

func (f translateFlags) translator() *service.Translator {
	return &service.Translator{Command: f.Translate, Time: f.TranslateTime}
}
