package source

import (
	"errors"
	"net/url"

	"rapporteur"
)

// What can be wrong with the bytes, each with what to do about it.
var (
	errNotText  = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "not a text or a web page, nor a document (PDF, DOCX, ODT, RTF) or a letter; convert it to text first"}
	errFeed     = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a feed, which lists reports; follow it: rapporteur follow add ADDRESS, then rapporteur watch"}
	errEmpty    = &rapporteur.Error{Code: rapporteur.Empty, Message: "no words in it; give a file that holds the report's text"}
	errTooLarge = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "page with too many elements; save the article's text to a file and read that"}
	errTooLong  = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "too large for a report; give the report's text alone"}
)

// failure gives an error the name of what was being read.
func failure(op string, err error) error {
	var e *rapporteur.Error
	if !errors.As(err, &e) {
		var u *url.Error // repeats the address
		if errors.As(err, &u) {
			err = u.Err
		}
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: op, Err: err}
	}
	named := *e
	named.Op = op
	return &named
}
