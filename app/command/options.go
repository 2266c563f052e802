package command

import (
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/i18n"
)

// option is an option that a word knows. A switch has no value.
type option struct {
	name     string
	isSwitch bool
}

var (
	flagJSON       = option{"json", true}
	flagExplain    = option{"uitleg", true}
	flagMonths     = option{"maanden", true}
	flagSlip       = option{"strook", true}
	flagAdult      = option{"adult", false}
	flagJob        = option{"job", false}
	flagFrom       = option{"from", false}
	flagTo         = option{"to", false}
	flagStep       = option{"step", false}
	flagOutput     = option{"o", false}
	flagText       = option{"tekst", true}
	flagHTML       = option{"html", true}
	flagICS        = option{"ics", true}
	flagChild      = option{"kind", false}
	flagLanguage   = option{"taal", false}
	flagLarge      = option{"groot", true}
	flagDate       = option{"datum", false}
	flagSet        = option{"set", false}
	flagSetKind    = option{"soort", false}
	flagStrict     = option{"streng", true}
	flagPassphrase = option{"passphrase-file", false}
)

// options are the arguments of a word: one file, and the options that were given.
type options struct {
	file   string
	values map[string]string
}

// parseOptions reads the arguments of a word. Options stand before or behind the file, with one dash or two, and their
// value behind a space or an equals sign.
func parseOptions(args []string, known []option) (*options, error) {
	o := &options{values: map[string]string{}}
	for i := 0; i < len(args); i++ {
		if args[i] == "-" || !strings.HasPrefix(args[i], "-") {
			if o.file != "" {
				return nil, usage("opdracht.tweede_bestand", i18n.Args{"bestand": args[i]})
			}
			o.file = args[i]
			continue
		}
		used, err := o.set(args[i:], known)
		if err != nil {
			return nil, err
		}
		i += used
	}
	return o, nil
}

// set reads the option that args begin with and tells how many arguments its value took.
func (o *options) set(args []string, known []option) (used int, err error) {
	name, value, hasValue := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	for _, k := range known {
		if k.name != name {
			continue
		}
		switch {
		case k.isSwitch && hasValue:
			return 0, usage("opdracht.optie_zonder_waarde", i18n.Args{"optie": name})
		case !k.isSwitch && !hasValue && len(args) < 2:
			return 0, usage("opdracht.waarde_ontbreekt", i18n.Args{"optie": name})
		case !k.isSwitch && !hasValue:
			value, used = args[1], 1
		}
		if _, twice := o.values[name]; twice {
			return 0, usage("opdracht.optie_dubbel", i18n.Args{"optie": name})
		}
		o.values[name] = value
		return used, nil
	}
	return 0, usage("opdracht.onbekende_optie", i18n.Args{"optie": args[0]})
}

func (o *options) has(k option) bool {
	_, ok := o.values[k.name]
	return ok
}

func (o *options) value(k option) string { return o.values[k.name] }

// hours reads an option that is a number of hours a week, at least lowest and at most highest.
func (o *options) hours(k option, otherwise, lowest, highest string) (decimal.Decimal, error) {
	text := otherwise
	if o.has(k) {
		text = strings.Replace(o.value(k), ",", ".", 1)
	}
	d, err := decimal.NewFromString(text)
	if err != nil || len(text) > 8 || strings.ContainsAny(text, "eE") ||
		d.LessThan(decimal.RequireFromString(lowest)) || d.GreaterThan(decimal.RequireFromString(highest)) {
		return d, usage("opdracht.uren", i18n.Args{"optie": k.name, "laagste": lowest, "hoogste": highest})
	}
	return d, nil
}
