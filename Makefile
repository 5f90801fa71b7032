# Needs only Go and make. "make demo" does the main job, "make test" the tests.

GO      ?= go
VERSION ?= 0.1.0
LDFLAGS  = -s -w -X hygeia/cmd.version=$(VERSION)
BUILD    = CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false -ldflags '$(LDFLAGS)'
CHECKER  = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: demo build test check generate golden fuzz bench cross clean

demo: build
	bin/hygeia demo demo

build:
	$(BUILD) -o bin/hygeia ./cmd/hygeia

test:
	CGO_ENABLED=0 $(GO) test ./...

check: cross
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not formatted: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(CHECKER) ./...
	$(GO) mod tidy -diff
	CGO_ENABLED=1 $(GO) test -race ./...

# The program builds for the systems it is made for, without a C compiler.
cross:
	GOOS=windows GOARCH=amd64 $(BUILD) -o bin/hygeia-windows.exe ./cmd/hygeia
	GOOS=darwin GOARCH=arm64 $(BUILD) -o bin/hygeia-darwin ./cmd/hygeia

# Compiles the shipped content anew after a change of its YAML files; after a merge
# too, because the compiled file is never merged.
generate:
	@test -f frameworks/shipped.bin || : >frameworks/shipped.bin
	CGO_ENABLED=0 $(GO) generate ./frameworks

# Writes the expected reports anew; read the difference before you commit it.
golden:
	$(GO) test ./report ./cmd -update

fuzz:
	@for pkg in $$($(GO) list ./...); do \
		for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s -fuzzminimizetime 1s $$pkg || exit 1; \
		done; \
	done

bench: build
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) run ./testdata/bench bin/hygeia

clean:
	rm -rf bin demo
