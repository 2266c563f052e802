package vm

import "testing"

// One empty field makes many parts unknown. The sum is then unknown too and never € 0, and the reason is said once.
func TestAJobWithoutAWageIsNoIncomeOfZero(t *testing.T) {
	talk := newTalk(t)
	talk.Go(In)
	talk.Screen()
	talk.Set("household.adults[0].jobs[0].hourlyWage", "")
	said := map[string]int{}
	for _, s := range talk.Screen().Right {
		for _, r := range s.Rows {
			if r.Note != "" {
				said[r.Note]++
			}
			if r.ID == "binnen.netto" && r.Fields[0].Value != "weten wij nog niet" {
				t.Errorf("the sum of what is unknown is %q", r.Fields[0].Value)
			}
		}
	}
	if n := said["De uren of het uurloon zijn nog niet ingevuld."]; n < 1 || n > 3 {
		t.Errorf("the reason is said %d times: %v", n, said)
	}
}

func TestWhatWasSaidGoesWithTheStep(t *testing.T) {
	talk := newTalk(t)
	talk.Say("bestand.geopend")
	if talk.Go(talk.Step()); talk.Frame().Notice == "" {
		t.Error("the step stayed, what was said went")
	}
	if talk.Go(In); talk.Frame().Notice != "" {
		t.Errorf("still %q", talk.Frame().Notice)
	}
}
