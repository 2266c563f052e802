package vm

import (
	"perspectief/i18n"
)

// wordsOfRights are what the sentences of the pages about rights are filled in with.
var wordsOfRights = i18n.Args{"bron": "CBS", "reden": "ziekte", "ruimte": "83 euro", "grens": "€ 1.703", "cent": "12", "wat": "Zorgtoeslag",
	"maand": "mei 2027", "naar": "€ 210"}
