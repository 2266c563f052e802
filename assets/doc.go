// Package assets carries what the program needs beside its code: fonts, pictograms, the icon and the example
// families. All of it is embedded, so one file on a stick is the whole program.
//
// To add a font, put its two TTF files and its licence text in fonts/ and name it in the list in fonts.go.
// To add a pictogram, add its path to pictogrammen.json: absolute commands M, L, C and Z in a box of 24 by 24.
// To add an example family, put its case file in voorbeelden/ and name it in the list in examples.go.
package assets
