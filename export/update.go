package export

import (
	"fmt"
	"io"
	"text/tabwriter"

	"rapporteur/service"
)

// Updates are what an update of tables does with the rows of a source.
type Updates []service.TableChange

// Write writes a line a change, as text or json.
func (u Updates) Write(w io.Writer, format string) error {
	if format == "json" {
		return Indented(w, []service.TableChange(u))
	}
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, c := range cleaned(u) {
		to := c.To
		if to == "" {
			to = c.Until + "+"
		}
		why := c.Why
		if why == "" && c.Source != "" {
			why = "by " + c.Source
		}
		fmt.Fprintf(t, "%s\t%s\t%s, %s\t%s to %s\t%s\n", c.What, c.Name, c.Office, c.For, c.From, to, why)
	}
	return t.Flush()
}
