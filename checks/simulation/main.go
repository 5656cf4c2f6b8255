package main

import (
	"flag"
	"os"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of the day")
	flag.Parse()
	all := scenarios()
	for i := range all {
		all[i].Seed = *seed
	}
	print(os.Stdout, all)
}
