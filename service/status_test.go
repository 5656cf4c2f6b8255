package service_test

import (
	"errors"
	"fmt"
	"net/http"
	"testing"

	"rapporteur"
	"rapporteur/service"
)

// TestStatusOf: each face answers a failure with the same status.
func TestStatusOf(t *testing.T) {
	for _, c := range []struct {
		err      error
		status   int
		foreseen bool
	}{
		{&rapporteur.Error{Code: rapporteur.Invalid}, http.StatusUnprocessableEntity, true},
		{fmt.Errorf("list: %w", &rapporteur.Error{Code: rapporteur.OverQuota}), http.StatusTooManyRequests, true},
		{&rapporteur.Error{Code: rapporteur.Damaged}, http.StatusInternalServerError, false},
		{errors.New("nobody thought of it"), http.StatusInternalServerError, false},
	} {
		if status, foreseen := service.StatusOf(c.err); status != c.status || foreseen != c.foreseen {
			t.Errorf("%v: %d, foreseen: %t", c.err, status, foreseen)
		}
	}
}
