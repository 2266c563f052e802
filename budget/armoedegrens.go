package budget

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Armoedegrenzen are the published poverty lines for a kind of household: background for the helper, with their year, never a
// verdict on a family. A line may not be compared with a norm: toeslagen and kinderbijslag come on top of a norm.
type Armoedegrenzen struct {
	State   State // unknown when no line is published for this kind of household
	Reason  Reason
	Lines   []Armoedegrens
	Minimum *SociaalMinimum // beside it, of the year of the household
}

// Armoedegrens is one line, euro a month net disposable.
type Armoedegrens struct {
	Year     int // of the figure, not of the household
	PerMonth decimal.Decimal
	Param    *rules.Param // label and source
}

// Armoedegrenzen gives the poverty lines that are published for just this kind of household. Children count by their age on 1
// January.
func (e *Engine) Armoedegrenzen(h *Household) (*Armoedegrenzen, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	minimum, err := e.SociaalMinimum(h)
	if err != nil {
		return nil, err
	}
	a := &Armoedegrenzen{State: Unknown, Reason: ReasonNoLine, Minimum: minimum}
	for _, p := range linesOf(set, h) {
		if p.Known() {
			a.Lines = append(a.Lines, Armoedegrens{p.Source.From.Year(), p.Value, p})
			a.State, a.Reason = HasAmount, ""
		}
	}
	return a, nil
}

// linesOf are the lines for a kind of household, newest first.
func linesOf(set *rules.Set, h *Household) []*rules.Param {
	p := &set.Armoedegrenzen
	if len(h.OtherResidents) > 0 {
		return nil
	}
	young, teens := 0, 0
	for i := range h.Children {
		switch age := h.Children[i].Born.ageOn1January(set.Year); {
		case age < 0: // no child of the household yet
			return nil
		case age <= p.KindTotEnMet.Int():
			young++
		default:
			teens++
		}
	}
	switch couple := len(h.Adults) == 2; {
	case !couple && young+teens == 0:
		return []*rules.Param{&p.Alleenstaand2023, &p.LaagAlleenstaand}
	case couple && young+teens == 0:
		return []*rules.Param{&p.LaagPaar}
	case couple && young == 2 && teens == 0:
		return []*rules.Param{&p.PaarTweeKinderen2023, &p.LaagPaarTweeKinderen}
	case couple && teens == 2 && young == 0:
		return []*rules.Param{&p.PaarTweeTieners2023, &p.LaagPaarTweeKinderen}
	case couple && young+teens == 2:
		return []*rules.Param{&p.LaagPaarTweeKinderen}
	case !couple && teens == 2 && young == 0:
		return []*rules.Param{&p.OuderTweeTieners2023, &p.LaagOuderTwee}
	case !couple && young+teens == 2:
		return []*rules.Param{&p.LaagOuderTwee}
	}
	return nil
}
