package export

import (
	"encoding/json"
	"io"

	"rapporteur"
)

// JSON writes one reading as an indented object.
func JSON(w io.Writer, reading *rapporteur.Reading) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(reading)
}

// JSONLine writes one reading on a line of its own.
func JSONLine(w io.Writer, reading *rapporteur.Reading) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(reading)
}
