package budget

import (
	"fmt"
	"slices"
)

// childOffer is the standard list of help for children, by the id of the right. Which of it there is differs by municipality.
var childOffer = []string{"leergeld", "schoolkosten", "schoolmaaltijd", "sport", "cultuur", "zwemles", "fiets", "laptop", "jarige_job", "kinderhulp"}

// ChildOffer lists the ids of the standard list.
func ChildOffer() []string { return slices.Clone(childOffer) }

// Offer says whether something of the standard list is there in the municipality: yes or no. What was not looked up is not in the list.
type Offer struct {
	ID     string `json:"id"`
	Answer string `json:"answer"`
}

// OfferOf is what is known of one thing on the standard list, "" when it was not looked up.
func (h *Household) OfferOf(id string) string {
	for _, o := range h.ChildOffer {
		if o.ID == id {
			return o.Answer
		}
	}
	return ""
}

// SetOffer keeps an answer.
func (h *Household) SetOffer(id, answer string) {
	h.ChildOffer = slices.DeleteFunc(h.ChildOffer, func(o Offer) bool { return o.ID == id })
	h.ChildOffer = append(h.ChildOffer, Offer{id, answer})
}

func (c *checker) childOffer(field string, all []Offer) {
	seen := idSet{}
	for i, o := range all {
		f := fmt.Sprintf("%s[%d]", field, i)
		need(c, f+".id", o.ID, childOffer)
		if seen[o.ID] {
			c.add(f+".id", "fout.dubbele_id", args{"id": o.ID})
		}
		seen[o.ID] = true
		need(c, f+".answer", o.Answer, []string{AnswerYes, AnswerNo})
	}
}

// ValidateOffer lists the faults of a list of what there is for children that stands in a file of its own.
func ValidateOffer(field string, all []Offer) []FieldError {
	var c checker
	c.childOffer(field, all)
	return c.faults
}
