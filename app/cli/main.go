// Perspectief without a window: what a family keeps of its income, from the command line.
//
//	cli bereken FILE [--json] [--uitleg]      what one year comes to; with --uitleg every figure on the way
//	cli uren FILE [--adult a1] [--job j1] [--from 0] [--to 40] [--step 0.5] [--json]
//	                                          the same for every number of hours a week in one job
//	cli raster FILE [--step 4] [--json]       the same for every pair of hours of two partners
//	cli normen FILE [--json]                  the reference budget of this household
//	cli plan FILE -o plan.pdf [--datum 2026-11-21] [--taal nl] [--streng]
//	                                          the perspectiefplan on paper; --streng refuses when it is not complete
//	cli plan FILE --tekst                     the same as plain text
//
// FILE is a case file, or - for standard input; docs/ describes what stands in it. Options may stand before or behind it.
// With --json the answer is one line of JSON. `bereken - --json` reads any number of case files, one after another, and
// answers each with one line; a file with faults is answered with {"errors": [...]} and the next one is read.
//
// The exit status is 0 when all is well, 1 when a file has faults (all of them are on standard error, one a line: the
// field, and what is wrong) and 2 when the words are used in another way. Nothing is written when it fails.
package main

import (
	"os"

	"perspectief/app/command"
)

func main() { os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
