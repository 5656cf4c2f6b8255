// Command coverage reads what "go test -cover ./..." prints, passes it on, and fails
// where a package is covered less than its floor: 85 percent of the statements, 70 in
// cmd, or what floors.tsv says of packages that are not there yet.
//
//	go test -cover ./... | go run ./checks/coverage
//
// The list may only shrink: a package that has reached the floor of all is refused in
// it, and so is one that was not measured.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	exceptions, err := readFloors(floors)
	if err != nil {
		return err
	}
	measured, err := read(in, out)
	if err != nil {
		return err
	}
	return judge(measured, exceptions)
}
