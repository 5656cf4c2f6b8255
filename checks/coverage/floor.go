package main

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/table"
)

// The floors of packages that have none of their own.
const (
	common  = 85
	wiring  = 70 // cmd: what is left there are flags and messages
	reached = 1  // a package is off the list when it is so far above its floor
)

//go:embed floors.tsv
var floors []byte

// readFloors gives the floor of each package that is listed in a table.
func readFloors(data []byte) (map[string]float64, error) {
	t, err := table.Parse("floors.tsv", data, "package", "floor", "why")
	if err != nil {
		return nil, err
	}
	listed := map[string]float64{}
	for _, row := range t.Rows {
		floor, err := strconv.ParseFloat(row.Get("floor"), 64)
		if err != nil {
			return nil, row.Errorf("%q is no percentage", row.Get("floor"))
		}
		if row.Get("why") == "" {
			return nil, row.Errorf("say why %s is covered less", row.Get("package"))
		}
		listed[row.Get("package")] = floor
	}
	return listed, nil
}

// floorOf is what a package must reach that is not listed.
func floorOf(pkg string) float64 {
	if strings.Contains(pkg+"/", "/cmd/") {
		return wiring
	}
	return common
}

// judge says all that is wrong with what was measured.
func judge(measured, exceptions map[string]float64) error {
	if len(measured) == 0 {
		return errors.New(`no package measured; hand in what "go test -cover ./..." prints`)
	}
	var wrong []error
	for _, pkg := range slices.Sorted(maps.Keys(measured)) {
		share, floor := measured[pkg], floorOf(pkg)
		lower, listed := exceptions[pkg]
		switch {
		case listed && share >= floor+reached:
			wrong = append(wrong, fmt.Errorf("%s is covered to %.1f%%: take it off floors.tsv", pkg, share))
		case listed && share < lower:
			wrong = append(wrong, fmt.Errorf("%s is covered to %.1f%%, at least %.1f%% before: test what is new", pkg, share, lower))
		case !listed && share < floor:
			wrong = append(wrong, fmt.Errorf("%s is covered to %.1f%%, at least %.0f%%: test what it does", pkg, share, floor))
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(exceptions)) {
		if _, ok := measured[pkg]; !ok {
			wrong = append(wrong, fmt.Errorf("%s stands in floors.tsv and was not measured: take it off, or test all packages", pkg))
		}
	}
	return errors.Join(wrong...)
}
