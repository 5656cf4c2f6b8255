package pages

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/service"
)

// failure is what the page of a failure shows.
type failure struct {
	Status        int
	What, Message string
}

// failed is the page of a failure. The words of an error that the program did not
// foresee stay in the log.
func (s *site) failed(r *http.Request, err error) *view {
	status, foreseen := service.StatusOf(err)
	what, message := http.StatusText(status), explained(err)
	switch {
	case !foreseen:
		s.Log.ErrorContext(r.Context(), "a page failed", "path", r.URL.Path, "error", err)
		what, message = "The server could not answer", "Its log says why."
	case status == http.StatusUnprocessableEntity:
		what = "That cannot be asked"
	}
	return &view{Title: what, Template: "failure", Status: status, Body: failure{status, what, message}}
}

// explained is the message of an error, without the dashes of the command line.
func explained(err error) string {
	var known *rapporteur.Error
	if !errors.As(err, &known) {
		return err.Error()
	}
	message := forPages(known.Message)
	if op, is := strings.CutPrefix(known.Op, "--"); is {
		return op + ": " + message
	}
	if message != "" {
		return message
	}
	return known.Error()
}

// forPages leaves out of a message the hints that name commands.
func forPages(message string) string {
	clauses := slices.DeleteFunc(strings.Split(message, "; "), func(c string) bool { return strings.Contains(c, "rapporteur ") || strings.Contains(c, "--") })
	return strings.Join(clauses, "; ")
}

// notThere is the failure of an address that leads nowhere.
func notThere(message string) error {
	return &rapporteur.Error{Code: rapporteur.NotFound, Message: message}
}

// missing is the screen of every other address.
func (s *site) missing(*http.Request) (*view, error) {
	return nil, notThere("there is no page at this address")
}

// absent is the failure of what is asked for by its id: one that the record does not
// have is not found, whatever else is wrong is what it is.
func absent(err error, asOf string) error {
	if _, wrong := service.Moment(asOf); wrong == nil && rapporteur.CodeOf(err) == rapporteur.Invalid {
		return notThere(explained(err))
	}
	return err
}
