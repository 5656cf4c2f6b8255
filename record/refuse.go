package record

import "rapporteur"

// unknown is the error for an id that the record does not have.
func unknown(op, what, id string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "the record has no " + what + " " + id}
}

// invalid is the error for a value that cannot be used.
func invalid(op, hint string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: hint}
}
