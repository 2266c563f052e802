package command_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "perspectief"
	root   = "../.."
)

// mayImport says, for each package, what of ours and what of others its code may import directly; the standard
// library is free except for what noNetwork forbids. An entry that ends in /... stands for all below it.
var mayImport = map[string][]string{
	"budget/rules":      {"github.com/BurntSushi/toml", decimalModule},
	"budget":            {"budget/rules", decimalModule},
	"budget/scorekaart": {"budget", "budget/rules", decimalModule},
	"i18n":              {decimalModule, "github.com/nicksnyder/go-i18n/v2/...", "golang.org/x/text/..."},
	"i18n/plain":        {decimalModule},
	"assets":            {},
	"plan/arabic":       {"golang.org/x/text/..."},
	"plan/chart":        {decimalModule},
	"plan": {"budget", "budget/rules", "i18n", "i18n/plain", "assets", "plan/arabic", "plan/chart",
		decimalModule, gofpdf, "github.com/go-text/typesetting/...", "golang.org/x/text/..."},
	"app/store": {"budget", "plan", decimalModule, "filippo.io/age/...", "github.com/natefinch/atomic", "golang.org/x/..."},
	"app/command": {"budget/...", "i18n/...", "assets", "plan/...", "app/store",
		decimalModule, "golang.org/x/sys/..."},
	"app/cli":        {"app/command"},
	"app/vm":         {"budget", "i18n", "i18n/plain", "assets", "plan", "plan/chart", "app/store", decimalModule},
	"app/view":       {"i18n", "assets", "app/vm", "fyne.io/fyne/v2/..."},
	"app/scorekaart": {"budget/...", "app/store"},
	"app/schermen":   {"budget/...", "i18n", "assets", "plan", "app/store", "app/vm", "app/view", "fyne.io/fyne/v2/..."},
	"app": {"budget/...", "i18n", "assets", "plan", "app/store", "app/command", "app/vm", "app/view",
		"fyne.io/fyne/v2/...", "golang.org/x/sys/..."},
}

const (
	decimalModule = "github.com/shopspring/decimal"
	gofpdf        = "github.com/jung-kurt/gofpdf"
	fyneApp       = "fyne.io/fyne/v2/app"
)

// onlyIn names the one file that may import a package.
var onlyIn = map[string]string{
	gofpdf:  "plan/pdf.go",
	fyneApp: "app/main.go",
}

// neverBehind lists pairs that may not meet, not even through another package.
var neverBehind = []struct{ forbidden, from string }{
	{"fyne.io/fyne/v2", "budget"},
	{"fyne.io/fyne/v2", "i18n"},
	{"fyne.io/fyne/v2", "plan"},
	{"fyne.io/fyne/v2", "app/store"},
	{"fyne.io/fyne/v2", "app/command"},
	{"fyne.io/fyne/v2", "app/cli"},
	{"fyne.io/fyne/v2", "app/vm"},
	{fyneApp, "app/view"},
	{fyneApp, "app/schermen"},
	{gofpdf, "budget"},
	{gofpdf, "i18n"},
	{"net", "app/cli"},
	{"net", "budget"},
	{"net", "i18n"},
}

// noNetwork holds what none of our files imports: the program keeps its word that nothing leaves the computer.
var noNetwork = []string{"net", "net/http", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "log/syslog"}

// floatsAllowed names where binary fractions are fine: there they are places on paper and screen, never money.
var floatsAllowed = []string{"assets/", "plan/chart/", "plan/layout.go", "plan/fit.go", "plan/profile.go", "plan/table.go", "plan/typeface.go", "plan/pdf.go",
	"app/vm/", "app/view/", "app/schermen/"}

func TestPackagesImportOnlyWhatTheyMay(t *testing.T) {
	seen := 0
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("%s has no row in mayImport", name)
			continue
		}
		seen++
		for _, imported := range p.Imports {
			if isStandard(imported) {
				continue
			}
			if !matches(allowed, strings.TrimPrefix(imported, module+"/")) {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
	if seen != len(mayImport) {
		t.Errorf("%d packages seen, %d rows in mayImport", seen, len(mayImport))
	}
}

func TestPackagesStayApartAlsoBehindOthers(t *testing.T) {
	behind := map[string][]string{}
	for _, p := range list(t, "./...") {
		behind[strings.TrimPrefix(p.ImportPath, module+"/")] = p.Deps
	}
	for _, pair := range neverBehind {
		deps, known := behind[pair.from]
		if !known {
			t.Errorf("no package %s", pair.from)
		}
		if slices.Contains(deps, pair.forbidden) {
			t.Errorf("%s depends on %s", pair.from, pair.forbidden)
		}
	}
}

func TestFilesImportOnlyWhatTheyMay(t *testing.T) {
	found := map[string]bool{}
	eachFile(t, func(name string, file *ast.File) {
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if only, bound := onlyIn[path]; bound {
				found[path] = true
				if name != only {
					t.Errorf("%s imports %s; only %s may", name, path, only)
				}
			}
			if slices.Contains(noNetwork, path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
	})
	for path, only := range onlyIn {
		if !found[path] {
			t.Errorf("%s does not import %s; the rule guards nothing", only, path)
		}
	}
}

func TestMoneyIsNeverABinaryFraction(t *testing.T) {
	eachFile(t, func(name string, file *ast.File) {
		if slices.ContainsFunc(floatsAllowed, func(place string) bool { return strings.HasPrefix(name, place) }) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && strings.Contains(strings.ToLower(id.Name), "float") {
				t.Errorf("%s: %s", name, id.Name)
			}
			return true
		})
	})
}

func TestHeadlessProgramNeedsNoCompiler(t *testing.T) {
	run(t, "build", "-o", filepath.Join(t.TempDir(), "cli"), "./app/cli")
}

// listed is what `go list` tells of a package.
type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

// isStandard tells a package of the standard library: the first part of its path has no dot, and it is not ours.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return first != module && !strings.Contains(first, ".")
}

func list(t *testing.T, pattern string) []listed {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(run(t, "list", "-e", "-tags", "migrated_fynedo",
		"-json=ImportPath,Imports,Deps", pattern)))
	var packages []listed
	for {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// run calls the go command in the root of the tree, without C.
func run(t *testing.T, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Dir = root
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	var problems strings.Builder
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, problems.String())
	}
	return string(out)
}

// eachFile visits every Go file of ours that is no test, by its path from the root.
func eachFile(t *testing.T, visit func(name string, file *ast.File)) {
	t.Helper()
	tree := os.DirFS(root)
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), ".") {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(name, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func matches(allowed []string, path string) bool {
	return slices.ContainsFunc(allowed, func(entry string) bool {
		if below, ok := strings.CutSuffix(entry, "/..."); ok {
			return path == below || strings.HasPrefix(path, below+"/")
		}
		return path == entry
	})
}
