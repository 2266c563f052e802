package rules

// Set holds every number of the law for one calendar year, one struct per scheme. The struct fields carry the key of the
// parameter in the scheme's TOML file; percentages are fractions here (13,730 percent is 0.1373).
//
// A field marked optional may lack a figure in any year: the rule that needs it answers "unknown".
type Set struct {
	Year    int
	Checked Date // every figure of this year was compared with its source on this day or later

	Algemeen            Algemeen            `file:"algemeen"`
	Inkomstenbelasting  Inkomstenbelasting  `file:"inkomstenbelasting"`
	Heffingskortingen   Heffingskortingen   `file:"heffingskortingen"`
	Loonheffing         Loonheffing         `file:"loonheffing"`
	Winst               Winst               `file:"winst"`
	Zvw                 Zvw                 `file:"zvw"`
	Minimumloon         Minimumloon         `file:"minimumloon"`
	Toeslagen           Toeslagen           `file:"toeslagen"`
	Zorgtoeslag         Zorgtoeslag         `file:"zorgtoeslag"`
	Huurtoeslag         Huurtoeslag         `file:"huurtoeslag"`
	KindgebondenBudget  KindgebondenBudget  `file:"kindgebondenbudget"`
	Kinderbijslag       Kinderbijslag       `file:"kinderbijslag"`
	Kinderopvangtoeslag Kinderopvangtoeslag `file:"kinderopvangtoeslag"`
	Bijstand            Bijstand            `file:"bijstand"`
	BeslagvrijeVoet     BeslagvrijeVoet     `file:"beslagvrijevoet"`
	Armoedegrenzen      Armoedegrenzen      `file:"armoedegrenzen"`
	Alleenverdieners    Alleenverdieners    `file:"alleenverdieners"`
	Rechten             Rechten             `file:"rechten"`
	Referentiebudget    map[string]*Param   `file:"referentiebudget"` // only the figures in force in this year

	missing     map[string][]string
	preliminary bool
}

// Preliminary tells whether a law of this year rests on a figure that is announced and may still change.
func (s *Set) Preliminary() bool { return s.preliminary }

// MissingIn gives the keys of the parameters of a scheme that have no published figure this year, without the optional ones.
// The scheme is named by its file, such as "zorgtoeslag".
func (s *Set) MissingIn(file string) []string { return s.missing[file] }

// ByPartner is a number that differs for a person alone and for partners.
type ByPartner struct {
	Alleen  Param `rule:"alleen"`
	Partner Param `rule:"partner"`
}

// For gives the number for partners or for a person alone.
func (b *ByPartner) For(partner bool) *Param {
	if partner {
		return &b.Partner
	}
	return &b.Alleen
}

// ByHousehold is a number of the huurtoeslag: eenpersoonshuishouden or meerpersoonshuishouden.
type ByHousehold struct {
	Een  Param `rule:"een"`
	Meer Param `rule:"meer"`
}

// For gives the number for a household of more persons or of one.
func (b *ByHousehold) For(meer bool) *Param {
	if meer {
		return &b.Meer
	}
	return &b.Een
}

// Algemeen holds ages that many schemes share.
type Algemeen struct {
	AOWLeeftijd      Param `rule:"aow_leeftijd"`     // whole years
	Meerderjarigheid Param `rule:"meerderjarigheid"` // 18
	Vakantiebijslag  Param `rule:"vakantiebijslag"`  // share of the gross wage
	Schoolleeftijd   Param `rule:"schoolleeftijd"`   // 4: primary school
}

// Inkomstenbelasting: box 1, brackets in euro a year.
type Inkomstenbelasting struct {
	Schijfgrens1         Param `rule:"schijfgrens_1"`
	Schijfgrens1Voor1946 Param `rule:"schijfgrens_1_geboren_voor_1946"`
	Schijfgrens2         Param `rule:"schijfgrens_2"`
	Tarief1              Param `rule:"tarief_1"` // tax and premiums together, below AOW age
	Tarief1AOW           Param `rule:"tarief_1_aow"`
	Tarief2              Param `rule:"tarief_2"`
	Tarief3              Param `rule:"tarief_3"`
	Tariefsaanpassing    Param `rule:"tariefsaanpassing,optional"`
	Box3Heffingsvrij     Param `rule:"box3_heffingsvrij"` // per person; doubled for partners
}

// Heffingskortingen: the tax credits, euro a year.
type Heffingskortingen struct {
	Algemeen               AfbouwKorting  `rule:"algemene_heffingskorting"`
	AlgemeenAOW            AfbouwKorting  `rule:"algemene_heffingskorting_aow"`
	Arbeid                 Arbeidskorting `rule:"arbeidskorting"`
	ArbeidAOW              Arbeidskorting `rule:"arbeidskorting_aow"`
	Combinatie             Combinatie     `rule:"combinatiekorting"`
	CombinatieAOW          CombinatieAOW  `rule:"combinatiekorting_aow"`
	Ouderen                AfbouwKorting  `rule:"ouderenkorting"`
	AlleenstaandeOuderen   Param          `rule:"alleenstaandeouderenkorting"`
	Jonggehandicapten      Param          `rule:"jonggehandicaptenkorting"`
	UitbetalingGeborenVoor Param          `rule:"uitbetaling_geboren_voor"` // year 1963
}

// AfbouwKorting is a credit with a maximum that shrinks by a percentage of the income above a point.
type AfbouwKorting struct {
	Maximum    Param `rule:"maximum"`
	Vanaf      Param `rule:"afbouw_vanaf"`
	Percentage Param `rule:"afbouw_percentage"`
}

// Arbeidskorting has segments (columns van, percentage, maximum), then a phase-out.
type Arbeidskorting struct {
	Segmenten  Table `rule:"segmenten" columns:"van,percentage,maximum"`
	Vanaf      Param `rule:"afbouw_vanaf"`
	Percentage Param `rule:"afbouw_percentage"`
	NihilVanaf Param `rule:"nihil_vanaf"`
}

// Combinatie is the inkomensafhankelijke combinatiekorting.
type Combinatie struct {
	Drempel       Param `rule:"drempel"`
	Percentage    Param `rule:"percentage"`
	Maximum       Param `rule:"maximum"`
	KindJongerDan Param `rule:"kind_jonger_dan"` // 12
}

// CombinatieAOW has its own percentage and maximum at AOW age; the threshold is shared. Not published for every year.
type CombinatieAOW struct {
	Percentage Param `rule:"percentage,optional"`
	Maximum    Param `rule:"maximum,optional"`
}

// Loonheffing holds what only the pay slip needs.
type Loonheffing struct {
	Tabelstap      Param `rule:"tabelstap_per_jaar"` // 54 euro a year, 4.50 a month
	BijzonderWit   Table `rule:"bijzonder_tarief_wit,optional" columns:"vanaf_jaarloon,percentage,percentage_aow"`
	BijzonderGroen Table `rule:"bijzonder_tarief_groen,optional" columns:"vanaf_jaarloon,percentage,percentage_aow"`
}

// Winst: deductions of the self-employed, euro a year.
type Winst struct {
	Zelfstandigenaftrek  Param `rule:"zelfstandigenaftrek"`
	Startersaftrek       Param `rule:"startersaftrek"`
	Mkbwinstvrijstelling Param `rule:"mkb_winstvrijstelling"`
	Urencriterium        Param `rule:"urencriterium"`
}

// Zvw: contribution that people pay themselves.
type Zvw struct {
	LaagPercentage Param `rule:"laag_percentage"`
	MaximumInkomen Param `rule:"maximum_inkomen"`
}

// Minimumloon per hour, per half-year; the youth scale by age.
type Minimumloon struct {
	Uur   Halves `rule:"uurloon"`
	Uur20 Halves `rule:"uurloon_20"`
	Uur19 Halves `rule:"uurloon_19"`
	Uur18 Halves `rule:"uurloon_18"`
	Uur17 Halves `rule:"uurloon_17"`
	Uur16 Halves `rule:"uurloon_16"`
	Uur15 Halves `rule:"uurloon_15"`
}

// Toeslagen: general rules of the Awir and limits that schemes share.
type Toeslagen struct {
	KleinsteToekenning Param `rule:"kleinste_toekenning"` // 24 euro a year
	Drempelinkomen     Param `rule:"drempelinkomen"`      // whole euros, as Dienst Toeslagen uses it
	TerugvorderingTot  Param `rule:"kleine_terugvordering,optional"`
	Betaaldag          Param `rule:"betaaldag,optional"` // day of the month
}

// Zorgtoeslag: Wet op de zorgtoeslag.
type Zorgtoeslag struct {
	Standaardpremie   Param     `rule:"standaardpremie"`
	PercentageDrempel ByPartner `rule:"percentage_drempelinkomen"`
	PercentageBoven   Param     `rule:"percentage_boven_drempelinkomen"`
	Vermogensgrens    ByPartner `rule:"vermogensgrens"`
}

// Huurtoeslag: Wet op de huurtoeslag. The 2025 rules use the factors, the 2026 rules basishuur and afbouw; a parameter that
// does not exist in a year is optional.
type Huurtoeslag struct {
	Huurgrens                 Param       `rule:"huurgrens"`
	HuurgrensJongeren         Param       `rule:"huurgrens_jongeren"`
	JongerenLeeftijd          Param       `rule:"jongeren_leeftijd"`
	HardeHuurgrens            Param       `rule:"harde_huurgrens"` // 1: no allowance above the limit (2025); 0: rent above it earns nothing extra
	Kwaliteitskortingsgrens   Param       `rule:"kwaliteitskortingsgrens"`
	Aftoppingsgrens           Aftopping   `rule:"aftoppingsgrens"`
	PercentageTotKwaliteit    Param       `rule:"percentage_tot_kwaliteitskortingsgrens"`
	PercentageTotAftopping    Param       `rule:"percentage_tot_aftoppingsgrens"`
	PercentageBovenAftopping  Param       `rule:"percentage_boven_aftoppingsgrens"`
	MinimumInkomensijkpunt    ByHousehold `rule:"minimum_inkomensijkpunt"`
	NormhuurMinimum           Param       `rule:"normhuur_minimum,optional"`      // 2025: 238.01
	NormhuurVermindering      ByHousehold `rule:"normhuur_vermindering,optional"` // 2025: 1.82 and 3.63
	FactorA                   ByHousehold `rule:"factor_a,optional"`
	FactorB                   ByHousehold `rule:"factor_b,optional"`
	VerlagingBasishuur        Param       `rule:"verlaging_basishuur,optional"`
	Basishuur                 ByHousehold `rule:"basishuur,optional"` // 2026
	Afbouw                    ByHousehold `rule:"afbouwpercentage,optional"`
	Vermogensgrens            ByPartner   `rule:"vermogensgrens"` // partner: joint; a co-resident has the single limit
	KindInkomensvrijstelling  Param       `rule:"kind_inkomensvrijstelling"`
	KindVrijstellingJongerDan Param       `rule:"kind_vrijstelling_jonger_dan"` // 23
}

// Aftopping differs for one or two persons and for three or more.
type Aftopping struct {
	TotTwee   Param `rule:"een_of_twee_personen"`
	VanafDrie Param `rule:"drie_of_meer_personen"`
}

// KindgebondenBudget: Wet op het kindgebonden budget, euro a year.
type KindgebondenBudget struct {
	PerKind               Param     `rule:"per_kind"`
	Extra12               Param     `rule:"extra_12_15"`
	Extra16               Param     `rule:"extra_16_17"`
	AlleenstaandeOuderkop Param     `rule:"alleenstaande_ouderkop"`
	Afbouwpunt            ByPartner `rule:"afbouwpunt"`
	Afbouwpercentage      Param     `rule:"afbouwpercentage"`
	TweedeAfbouwpunt      Param     `rule:"tweede_afbouwpunt,optional"` // from 2027
	AfbouwBovenTweede     Param     `rule:"afbouwpercentage_boven_tweede,optional"`
	Vermogensgrens        ByPartner `rule:"vermogensgrens"`
	LeeftijdExtra12       Param     `rule:"leeftijd_extra_12"`
	LeeftijdExtra16       Param     `rule:"leeftijd_extra_16"`
}

// Kinderbijslag: Algemene Kinderbijslagwet, euro a quarter.
type Kinderbijslag struct {
	Kwartaal0      Halves `rule:"kwartaal_0_5"`
	Kwartaal6      Halves `rule:"kwartaal_6_11"`
	Kwartaal12     Halves `rule:"kwartaal_12_17"`
	LeeftijdMidden Param  `rule:"leeftijd_midden"` // 6
	LeeftijdHoog   Param  `rule:"leeftijd_hoog"`   // 12
}

// Kinderopvangtoeslag: Besluit kinderopvangtoeslag.
type Kinderopvangtoeslag struct {
	Tabel        Table `rule:"tabel" columns:"van,tot,eerste_kind,volgend_kind"`
	MaxDagopvang Param `rule:"maximum_uurprijs_dagopvang"`
	MaxBSO       Param `rule:"maximum_uurprijs_bso"`
	MaxGastouder Param `rule:"maximum_uurprijs_gastouder"`
	MaximumUren  Param `rule:"maximum_uren"` // 230 a month per child
}

// Bijstand: Participatiewet, norms net a month including holiday allowance, per half-year.
type Bijstand struct {
	Norm                  Normen         `rule:"norm"`
	KostendelerBasis      Param          `rule:"kostendeler_basis"`       // 0.40
	KostendelerPerPersoon Param          `rule:"kostendeler_per_persoon"` // 0.30
	KostendelerLeeftijd   Param          `rule:"kostendeler_leeftijd"`    // 27
	VolwassenNormLeeftijd Param          `rule:"volwassen_norm_leeftijd"` // 21
	Vakantietoeslag       Param          `rule:"vakantietoeslag_aandeel"` // 0.05 of the norm, practice
	Vermogensgrens        Vermogensgrens `rule:"vermogensgrens"`
	VrijlatingAlgemeen    Vrijlating     `rule:"vrijlating_algemeen"`
	VrijlatingOuder       Vrijlating     `rule:"vrijlating_alleenstaande_ouder"`
	VrijlatingMedisch     Vrijlating     `rule:"vrijlating_medisch"`
	PensioenVrij          ByPartner      `rule:"pensioenvrijlating"` // euro a month at AOW age
}

// Normen are the bijstand norms, euro a month.
type Normen struct {
	Alleenstaand            Halves `rule:"alleenstaand"`
	Gehuwd                  Halves `rule:"gehuwd"`
	AOWAlleenstaand         Halves `rule:"aow_alleenstaand"`
	AOWGehuwd               Halves `rule:"aow_gehuwd"`
	Jong                    Halves `rule:"jong_alleenstaand"`
	JongOuder               Halves `rule:"jong_alleenstaande_ouder"`
	BeidenJong              Halves `rule:"beiden_jong"`
	BeidenJongKinderen      Halves `rule:"beiden_jong_kinderen"`
	EenJong                 Halves `rule:"een_jong"`
	EenJongKinderen         Halves `rule:"een_jong_kinderen"`
	KostendelerJong         Halves `rule:"kostendeler_jonge_partner"`
	KostendelerJongKinderen Halves `rule:"kostendeler_jonge_partner_kinderen"`
}

// Vermogensgrens of the bijstand, euro.
type Vermogensgrens struct {
	Alleenstaand       Param `rule:"alleenstaand"`
	AlleenstaandeOuder Param `rule:"alleenstaande_ouder"`
	Gehuwd             Param `rule:"gehuwd"`
}

// Vrijlating is an exemption of wages in the bijstand: a share with a maximum a month.
type Vrijlating struct {
	Percentage Param  `rule:"percentage"`
	Maximum    Halves `rule:"maximum"`
}

// BeslagvrijeVoet: maxima a month (Rv art. 475da).
type BeslagvrijeVoet struct {
	Alleenstaand       Halves    `rule:"maximum_alleenstaand"`
	AlleenstaandeOuder Halves    `rule:"maximum_alleenstaande_ouder"`
	Gehuwd             Halves    `rule:"maximum_gehuwd"`
	GehuwdKinderen     Halves    `rule:"maximum_gehuwd_kinderen"`
	NormAandeel        Param     `rule:"aandeel_norm"`    // 0.95
	InkomenAandeel     Param     `rule:"aandeel_inkomen"` // 0.95
	PremieInNorm       ByPartner `rule:"premie_in_norm"`  // amounts of art. 23 lid 2 Pw: 47 and 106
}

// Armoedegrenzen are background for the helper: undated by the year of the household, each with its own year in the source.
type Armoedegrenzen struct {
	Alleenstaand2023     Param `rule:"cbs_scp_nibud_2023_alleenstaand"`
	PaarTweeKinderen2023 Param `rule:"cbs_scp_nibud_2023_paar_twee_kinderen"`
	PaarTweeTieners2023  Param `rule:"cbs_scp_nibud_2023_paar_twee_tieners"`
	OuderTweeTieners2023 Param `rule:"cbs_scp_nibud_2023_alleenstaande_ouder_twee_tieners"`
	KindTotEnMet         Param `rule:"kind_tot_en_met"` // 12: the last age of a young child
	LaagAlleenstaand     Param `rule:"lage_inkomensgrens_2020_alleenstaand"`
	LaagPaar             Param `rule:"lage_inkomensgrens_2020_paar"`
	LaagPaarTweeKinderen Param `rule:"lage_inkomensgrens_2020_paar_twee_kinderen"`
	LaagOuderTwee        Param `rule:"lage_inkomensgrens_2020_alleenstaande_ouder_twee_kinderen"`
}

// Alleenverdieners: fixed compensation through the municipality, euro a household a year.
type Alleenverdieners struct {
	Bedrag Param `rule:"vast_bedrag"`
}

// Rechten holds what the check of rights needs besides the schemes themselves: terms to ask for something, and guidelines of
// municipalities and funds, which decide themselves.
type Rechten struct {
	ToeslagJaren        Param `rule:"toeslag_aanvraag_jaren"`           // after the year, until 31 December
	OpvangMaanden       Param `rule:"opvang_aanvraag_maanden,optional"` // back from the application
	KinderbijslagJaren  Param `rule:"kinderbijslag_terug_jaren"`
	IntensieveZorgVanaf Param `rule:"intensieve_zorg_vanaf"` // whole years
	KinderbijslagPlus   Param `rule:"kinderbijslag_plus,optional"`
	Studietoeslag21     Param `rule:"studietoeslag_21,optional"` // euro a month by age
	Studietoeslag20     Param `rule:"studietoeslag_20,optional"`
	Studietoeslag19     Param `rule:"studietoeslag_19,optional"`
	Studietoeslag18     Param `rule:"studietoeslag_18,optional"`
	GebruikelijkeGrens  Param `rule:"gebruikelijke_grens"` // share of the norm
	HoogsteGrens        Param `rule:"hoogste_grens"`
	BijzondereDrempel   Param `rule:"bijzondere_bijstand_drempel,optional"`
	GemeentepolisMaand  Param `rule:"gemeentepolis_voordeel"`
	LeergeldVanaf       Param `rule:"leergeld_vanaf"`
	JeugdfondsSport     Param `rule:"jeugdfonds_sport"`
	JeugdfondsCultuur   Param `rule:"jeugdfonds_cultuur"`
	JarigeJobWaarde     Param `rule:"jarige_job_waarde"`
	JarigeJobVanaf      Param `rule:"jarige_job_vanaf"`
	JarigeJobTotEnMet   Param `rule:"jarige_job_tot_en_met"`
	KinderhulpTotEnMet  Param `rule:"kinderhulp_tot_en_met"`
	VVEVanafMaanden     Param `rule:"vve_vanaf_maanden"`
}
