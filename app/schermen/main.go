// Command schermen draws every screen of an example family as a picture, without a display.
//
//	go run -tags migrated_fynedo ./app/schermen -o DIR [-voorbeeld N]
package main

import (
	"errors"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"perspectief/app/view"
	"perspectief/app/vm"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

func main() {
	out := flag.String("o", "schermen", "folder for the pictures")
	example := flag.Int("voorbeeld", 1, "number of the example family, from 1")
	flag.Parse()
	if err := draw(*out, *example); err != nil {
		fmt.Fprintln(os.Stderr, "schermen:", err)
		os.Exit(1)
	}
}

// screens are the sizes of windows that are drawn, and the sizes of letters in them.
var screens = []struct {
	width, height float32
	percent       int
}{{1366, 768, 100}, {1366, 768, 150}, {1024, 700, 100}, {1366, 768, 200}}

func draw(out string, example int) error {
	if example < 1 || example > len(assets.Examples()) {
		return fmt.Errorf("example %d: choose 1 to %d", example, len(assets.Examples()))
	}
	book, err := rules.Load()
	if err != nil {
		return err
	}
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		return err
	}
	easy, err := i18n.Load(i18n.SimpleDutch)
	if err != nil {
		return err
	}
	if err := errors.Join(os.MkdirAll(out, 0o755), view.UseDutchWords()); err != nil {
		return err
	}
	a := test.NewApp()
	defer a.Quit()
	now := func(work func()) { work() }
	for _, s := range screens {
		talk := vm.NewTalk(vm.Deps{Engine: budget.NewEngine(book), Words: words, Easy: easy,
			Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Run: now, Start: now})
		talk.ChooseExample(assets.Examples()[example-1].ID)
		talk.SetTextSize(s.percent)
		a.Settings().SetTheme(view.NewTheme(s.percent))
		w := a.NewWindow("")
		view.NewFrame(a, w, talk)
		w.Resize(fyne.NewSize(s.width, s.height))
		err := eachPage(talk, func(step vm.Step, page string) error {
			name := fmt.Sprintf("%s-%.0fx%.0f-%d-stap%d-%s-%s.png", assets.Examples()[example-1].ID, s.width, s.height, s.percent, step+1, page, talk.View())
			return picture(w, filepath.Join(out, name))
		})
		if err != nil {
			return err
		}
		for _, q := range questions {
			name := fmt.Sprintf("vraag-%s-%.0fx%.0f-%d.png", q.name, s.width, s.height, s.percent)
			q.open(talk)
			if err := picture(w, filepath.Join(out, name)); err != nil {
				return err
			}
			talk.Escape()
		}
		w.Close()
	}
	return nil
}

// questions are what can lie over the window.
var questions = []struct {
	name string
	open func(*vm.Talk)
}{
	{"hoe", (*vm.Talk).New},
	{"vijf", answerFive},
	{"vijf_beeld", func(t *vm.Talk) {
		answerFive(t)
		t.Fill("reken", "")
	}},
	{"toestemming", (*vm.Talk).Keep},
	{"wachtwoord", func(t *vm.Talk) { agree(t) }},
	{"plaats", func(t *vm.Talk) {
		agree(t)
		for _, id := range []string{"eerste", "tweede"} {
			t.Fill(id, "drie losse woorden")
		}
		t.Fill("verder", "")
	}},
	{"bestand", (*vm.Talk).FileSheet},
	{"lezen", func(t *vm.Talk) { t.FileSheet(); t.Fill("lezen", "") }},
	{"alles_weg", func(t *vm.Talk) { t.FileSheet(); t.Fill("alles_weg", "") }},
	{"papier", (*vm.Talk).PrintAll},
	{"gaat_niet_open", (*vm.Talk).CannotRead},
	{"hulp", (*vm.Talk).HelpSheet},
	{"woorden", func(t *vm.Talk) { t.HelpSheet(); t.Fill("woorden", ""); t.Fill("zoek", "beslag") }},
	{"over", func(t *vm.Talk) { t.HelpSheet(); t.Fill("over", "") }},
	{"slot", func(t *vm.Talk) { t.Screen(); t.Set("household.adults[0].name", "x"); t.Lock() }},
}

// answerFive answers the five questions.
func answerFive(t *vm.Talk) {
	t.New()
	t.Fill("vijf", "")
	for id, text := range map[string]string{"volwassenen": "1", "kinderen": "4, 9", "huur": "650", "uren": "16", "loon": "1080"} {
		t.Fill(id, text)
	}
}

// agree says that the family may be kept.
func agree(t *vm.Talk) {
	t.Keep()
	t.Fill("antwoord", "ja")
	t.Fill("verder", "")
}

// eachPage opens every page of every step as the family and as the helper see them.
func eachPage(talk *vm.Talk, draw func(step vm.Step, page string) error) error {
	for _, view := range []string{vm.FamilyView, vm.HelperView} {
		talk.SetView(view)
		for step := range vm.NumSteps {
			talk.Go(step)
			screen := talk.Screen()
			for _, p := range append(screen.Pages, vm.Option{ID: screen.Page})[:max(1, len(screen.Pages))] {
				talk.OpenPage(p.ID)
				if err := draw(step, p.ID); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func picture(w fyne.Window, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, w.Canvas().Capture()), f.Close())
}
