package service

import (
	"fmt"
	"path"
	"runtime"
	"strings"

	"rapporteur"
)

// guarded does something for one report; a panic in it becomes an error, so that
// a report that the program cannot cope with fails alone. (A stack that overflows
// cannot be caught: see language for why trees have no cycles.)
func guarded(op string, do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &rapporteur.Error{Code: rapporteur.Internal, Op: op, Message: fmt.Sprintf(
				"the program failed at %s (%v) and left this report out; please send it to us", panicPlace(), p)}
		}
	}()
	return do()
}

// panicPlace gives the line of the program at which it failed.
func panicPlace() string {
	callers := make([]uintptr, 32)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	panicked := false
	for {
		f, more := frames.Next()
		inRuntime := strings.HasPrefix(f.Function, "runtime.")
		if panicked && !inRuntime {
			return fmt.Sprintf("%s/%s:%d", path.Base(path.Dir(f.File)), path.Base(f.File), f.Line)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}

// of names the report that an operation is about, if it is known.
func of(op string, report *rapporteur.Report) string {
	if report == nil {
		return op
	}
	return fmt.Sprintf("%s (report %s)", op, report.ID)
}
