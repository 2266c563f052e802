package scorekaart

// Why an example, or one of its figures, is not computed.
const (
	buitenlands     = "Wonen of verblijven buiten Nederland, of geen Nederlandse nationaliteit: dat staat niet in het bestand van een huishouden."
	instelling      = "Wonen in een instelling: dat staat niet in het bestand van een huishouden."
	andereUitkering = "De uitkering (WW, Wajong, Toeslagenwet) wordt niet berekend: het programma neemt het bedrag van de brief over."
	afgeleid        = "Tussenuitkomst van de wetgever of van de uitgever: het programma draagt het gepubliceerde eindbedrag."
	geenDag         = "Een geboortedag staat niet in het bestand, alleen de maand; een kind van de eerste dag telt als later in die maand geboren."
	opvangVorm      = "Een opvang zonder registratie of overblijven op school kan niet in het bestand staan: wie het invoert, voert toeslagopvang in."
	eigenBedrag     = "De bedragen zijn van één gemeente: die voert de coach zelf in als lokale regeling."
	leerlingen      = "Het loon van leerlingen in de bbl: dat staat niet in de regels van het programma."
)

// NotExpressed names the examples that the program cannot be asked, or one figure of an example as "case/figure", each with the
// reason. The reasons are in Dutch, because they are printed on the scorecard.
var NotExpressed = map[string]string{
	"zt-2025-leaflet-3": buitenlands,
	"zt-2026-leaflet-3": buitenlands,

	"e2e-2026-excl-4":  buitenlands,
	"e2e-2026-excl-5":  buitenlands,
	"e2e-2026-right-1": buitenlands,
	"e2e-2026-right-2": buitenlands,
	"e2e-2026-right-4": buitenlands,

	"e2e-2026-inst-couple-both":           instelling,
	"e2e-2026-inst-single":                instelling,
	"hvt-2025-07-inst-couple":             instelling,
	"hvt-2025-07-inst-single":             instelling,
	"stim-2025-07-institution-couple":     instelling,
	"uwv-tw-2022-couple":                  andereUitkering,
	"wajong.marginal.no_capacity":         andereUitkering,
	"ww.example.1800":                     andereUitkering,
	"ww.max.2025-01":                      andereUitkering,
	"aow_franchise.2025":                  afgeleid,
	"wml.youth.2027.hypothetical":         afgeleid,
	"venray-single":                       afgeleid,
	"euromod-2025/minimum_wage_month":     afgeleid,
	"povline-2023-couple2/asset_limit":    afgeleid,
	"wml.youth.2025-01-01/bbl_20_19_18.0": leerlingen,
	"wml.youth.2025-01-01/bbl_20_19_18.1": leerlingen,
	"wml.youth.2025-01-01/bbl_20_19_18.2": leerlingen,
	"akw-birth-1-january":                 geenDag,
	"KOT26-T8":                            opvangVorm,
	"KOT26-T9":                            opvangVorm,
	"alphen-iit-2026":                     eigenBedrag,
}
