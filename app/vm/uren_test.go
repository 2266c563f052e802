package vm

import "perspectief/i18n"

// wordsOfHours stand for what the pages of the step "Meer uren werken" fill in.
var wordsOfHours = i18n.Args{"partner": "Omar", "ruimte": "80 euro", "maand": "mei 2026", "letter": "A", "laag": "1.200 euro", "hoog": "1.500 euro"}
