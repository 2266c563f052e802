package vm

// Kind tells what sort of field a view draws.
type Kind int

// The kinds of fields.
const (
	TextField   Kind = iota // free text
	AmountField             // an amount, hours or a percentage, with a decimal comma
	ChoiceField             // a few answers beside each other
	SelectField             // more answers in a list that opens
	ShownValue              // a finished string, not to be edited
	ActionField             // something to do, such as to remove the row; Set calls it. A wide one shows its words
	NoteField               // free text of several lines
	SecretField             // a passphrase, shown as dots
)

// Option is one answer of a choice. The id is what the program works with, the label what people read.
type Option struct{ ID, Label string }

// Width says how much room a field needs.
type Width int

// The widths of fields.
const (
	Medium Width = iota
	Narrow
	Wide
)

// Field is one thing to fill in. Its ID is the path in the case file, so that a fault finds its field.
type Field struct {
	ID          string
	Kind        Kind
	Value       string // text, or the id of the chosen option
	Label       string // what it asks, when the row asks more than one thing
	Unit        string
	Placeholder string
	Options     []Option
	Width       Width
	Icon        string // pictogram of an action
}

// Row is a question with its fields, and one line under it for a hint.
type Row struct {
	ID     string
	Label  string
	Fields []Field
	Help   string // opened with the button "?"
	Hint   string // a friendly sentence about what was filled in
	Note   string // a quiet remark, such as the origin of an amount
	Strong bool   // a total
	Part   bool   // a part of the row above it
	Space  Space  // the room for the label
}

// Space says how much room the label of a row gets.
type Space int

// The room for labels. Rows under each other have the same, so that their fields stand under each other.
const (
	UsualSpace  Space = iota
	ShortSpace        // the fields need the room
	NumberSpace       // only a number
	AboveSpace        // the label stands above fields that need the whole width
	FitSpace          // the label is a sentence and gets what the fields leave
)

// Action is something to do at the end of a section, such as adding a child.
type Action struct {
	ID    string
	Label string
	Icon  string
}

// Section is a card with questions that belong together.
type Section struct {
	ID      string
	Icon    string
	Title   string
	Intro   string
	Value   string // a finished amount beside the title
	Chart   *Chart // under the introduction
	Table   *Table // under the chart
	Rows    []Row
	Actions []Action
}

// Table is finished strings in columns. The first column is words, the others are amounts.
type Table struct {
	Head []string // as many as a row has cells; empty when the table has no heads
	Rows []TableRow
}

// TableRow is one row of a table.
type TableRow struct {
	Cells  []string
	Strong bool    // a total
	Shades []Shade // of the cells; empty when none is shaded
}

// Shade sets a cell apart. The number in the cell says the same: colour is never alone.
type Shade int

// The shades of cells.
const (
	NoShade Shade = iota
	SoftShade
	DeepShade
	WarnShade // less than now
	NowShade  // the present situation
)

// Chart is a picture of numbers that also stand in words or in a table.
type Chart struct {
	Height float64 // in units of the view, at letters of the usual size
	Draw   func(ChartSpace) Drawing
}

// FieldIDs lists the ids of the fields in reading order, those of the actions last in their section.
func FieldIDs(sections []Section) []string {
	var ids []string
	for _, s := range sections {
		for _, r := range s.Rows {
			for _, f := range r.Fields {
				if f.Kind != ShownValue {
					ids = append(ids, f.ID)
				}
			}
		}
		for _, a := range s.Actions {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
