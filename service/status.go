package service

import (
	"net/http"

	"rapporteur"
)

// statuses are what the failures of the program are over HTTP.
var statuses = map[rapporteur.Code]int{
	rapporteur.Invalid:     http.StatusUnprocessableEntity,
	rapporteur.NotFound:    http.StatusNotFound,
	rapporteur.Unreadable:  http.StatusUnprocessableEntity,
	rapporteur.Unsupported: http.StatusUnsupportedMediaType,
	rapporteur.Empty:       http.StatusUnprocessableEntity,
	rapporteur.Forbidden:   http.StatusForbidden,
	rapporteur.Busy:        http.StatusServiceUnavailable,
	rapporteur.OverQuota:   http.StatusTooManyRequests,
	rapporteur.NoSpace:     http.StatusInsufficientStorage,
	rapporteur.Interrupted: http.StatusServiceUnavailable,
}

// StatusOf is the status of an answer over HTTP that is a failure; foreseen is false for
// one that is the server's own fault, whose words stay in its log.
func StatusOf(err error) (status int, foreseen bool) {
	if status, foreseen = statuses[rapporteur.CodeOf(err)]; !foreseen {
		status = http.StatusInternalServerError
	}
	return status, foreseen
}
