package store

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

const budgetParts = `,"budget":{"lines":[],
 "pots":[{"label":"fiets","kind":"doel","line":"vakantie","amount":"100","by":"2027-02","saved":"10","perMonth":"5"}],
 "appliances":[{"label":"wasmachine","price":"480","yearsLeft":"3.5","saved":"60"}],
 "cash":{"balance":"-20.50","first":"2026-11","setApart":true,"payDays":[{"source":"a1/j1","day":25,"rhythm":"4-weeks","next":"2026-12-04"}]}},
"debts":[{"kind":"energie","amount":"900","seizure":true,"arrangementStart":"2026-10","arrangementEnd":"2027-10","arrangementDay":28,
 "setOffAgainst":"zorgtoeslag","sharePerMonth":"30","threat":"afsluiting","remark":"brief ligt in de map"}],
"debtHelp":{"beslagvrijeVoet":"1400","vtlb":"1450","debtor":"a1","split":"kleinste_eerst","priorities":["huur"],"planEnd":"2028-05"},
"visits":[{"day":"2026-09-01","year":2026,"in":"1000","out":"1062","debts":"500","groups":[{"group":"vast","perMonth":"800"}],
 "income":[{"key":"loon","perMonth":"1000"}],"lines":[{"key":"voeding","perMonth":"262"}]}]}`

// What the budget, the debts and the visits hold comes back as it was; a name that is slightly wrong is a fault.
func TestTheWholeBudgetIsKept(t *testing.T) {
	file := strings.TrimSuffix(example, "}") + budgetParts
	d, faults := Check([]byte(file))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	data, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	again, faults := Check(data)
	if len(faults) > 0 || !reflect.DeepEqual(d, again) {
		t.Errorf("it came back otherwise: %v", faults)
	}
	for _, name := range []string{"by", "yearsLeft", "balance", "next", "arrangementEnd", "setOffAgainst", "threat", "beslagvrijeVoet", "planEnd", "perMonth", "income"} {
		if !bytes.Contains(data, []byte(`"`+name+`"`)) {
			t.Errorf("%s was not written", name)
		}
		wrong := strings.ReplaceAll(file, `"`+name+`"`, `"`+name+`x"`)
		if _, faults := Check([]byte(wrong)); len(faults) == 0 {
			t.Errorf("%sx was accepted", name)
		}
	}
}
