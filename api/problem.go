package api

import (
	"errors"
	"net/http"

	"rapporteur"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// problem puts a failure into the form of RFC 9457. The words of an error that the
// program did not foresee stay in the log.
func problem(err error) error {
	if err == nil {
		return nil
	}
	var known *rapporteur.Error
	if status, foreseen := service.StatusOf(err); foreseen && errors.As(err, &known) {
		return huma.NewError(status, known.Error())
	}
	return huma.NewErrorWithContext(nil, http.StatusInternalServerError, "the server could not answer; its log says why", err)
}

// absent is problem for what was asked for by its id: an id that the record does not
// have is 404, whatever else is wrong is what it is.
func absent(err error, asOf string) error {
	if err == nil {
		return nil
	}
	if _, wrong := service.Moment(asOf); wrong == nil && rapporteur.CodeOf(err) == rapporteur.Invalid {
		return huma.Error404NotFound(err.Error())
	}
	return problem(err)
}

// everyError are the statuses of answers that are problems.
var everyError = []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge,
	http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusInternalServerError,
	http.StatusServiceUnavailable, http.StatusInsufficientStorage}
