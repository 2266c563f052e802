# make run      set up what is needed and open the window with an example family
# make test     set up what is needed and run every test that needs no window
# make schermen draw every screen as a picture in schermen/, without a display
# make build    build/perspectief (window) and build/perspectief-cli (headless)
# make bench    how fast a year, a curve and a plan are
#
# Plain make, so that the make 3.81 of a Mac can read it.

TAGS = -tags migrated_fynedo
PURE = CGO_ENABLED=0
# Everything but the window itself, which needs a C compiler.
PACKAGES = $$($(PURE) go list -e $(TAGS) ./... | grep -v '^perspectief/app$$')

.PHONY: run test schermen build bench clean

run:
	@sh .ci/setup window
	@echo "The first build takes a few minutes; after that it takes seconds."
	go run $(TAGS) ./app

test:
	@sh .ci/setup go
	@unformatted=$$("$$(go env GOROOT)/bin/gofmt" -l .); \
	if [ -n "$$unformatted" ]; then echo "not formatted with gofmt:"; echo "$$unformatted"; exit 1; fi
	$(PURE) go vet $(TAGS) $(PACKAGES)
	$(PURE) go test -vet=off $(TAGS) $(PACKAGES)

schermen:
	@sh .ci/setup go
	$(PURE) go run $(TAGS) ./app/schermen -o schermen

build:
	@sh .ci/setup window
	go build $(TAGS) -trimpath -ldflags '-s -w' -o build/perspectief ./app
	$(PURE) go build $(TAGS) -trimpath -ldflags '-s -w' -o build/perspectief-cli ./app/cli

bench:
	@sh .ci/setup go
	$(PURE) go test $(TAGS) ./budget ./plan -run '^$$' -bench . -benchmem

clean:
	rm -rf build schermen
