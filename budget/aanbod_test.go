package budget_test

import (
	"testing"

	"perspectief/budget"
)

// What the municipality does not have is no right of a child; what was not looked up stays as it was.
func TestWhatIsNotThereIsNoRight(t *testing.T) {
	e := engine(t)
	h := pupil("18000", child(2016, 5))
	id := h.Children[len(h.Children)-1].ID
	before := rights(t, e, h, nil)
	h.SetOffer("sport", budget.AnswerNo)
	h.SetOffer("jarige_job", budget.AnswerNo)
	h.SetOffer("leergeld", budget.AnswerNo)
	h.SetOffer("leergeld", budget.AnswerYes) // looked up again
	after := rights(t, e, h, nil)
	for _, offer := range budget.ChildOffer() {
		r, was := after[offer+"."+id], before[offer+"."+id]
		switch offer {
		case "sport", "jarige_job":
			if r.State != budget.RechtNee || r.Why != budget.ReasonNotOffered || r.PerYear.IsKnown() || r.Remind != nil || was.State != budget.RechtMisschien {
				t.Errorf("%s: %+v, was %+v", offer, r, was)
			}
		default:
			if r.State != was.State || r.Why != was.Why {
				t.Errorf("%s: %+v, was %+v", offer, r, was)
			}
		}
	}
}

func TestFaultsInTheOffer(t *testing.T) {
	if got := budget.ValidateOffer("childOffer", []budget.Offer{{ID: "sport", Answer: "misschien"}, {ID: "sport", Answer: budget.AnswerNo}, {ID: "x", Answer: budget.AnswerYes}}); len(got) != 3 {
		t.Errorf("%v", got)
	}
}
