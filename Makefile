# Needs only Go and make. "make demo" does the main job, "make test" the tests.

GO      ?= go
VERSION ?= 0.1.0
COMMIT  ?= $(shell git describe --always --abbrev=12 --exclude='*' --dirty=+changes 2>/dev/null)
MADE    ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
LDFLAGS  = -s -w -X hygeia/cmd.version=$(VERSION) -X hygeia/cmd.commit=$(COMMIT)
BUILD    = CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false -ldflags '$(LDFLAGS)'
RELEASE  = CGO_ENABLED=0 $(GO) run ./cmd/release -version $(VERSION) -commit "$(COMMIT)" -time $(MADE)
LINTER   = github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
CHECKER  = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# What "make quick" leaves to "make test": families of reports drawn and read back,
# what damages many folders, and what goes over the whole bank ("make content" does).
SLOW     = TestPDFIsReadAsTheMarkdown|TestEveryFileOfEveryQuarter|TestSameInputSameBytes|TestEveryPDFWithOtherTools|TestPDFHostileText|TestPDFChartsOfHostileWords|TestSameDigitsInThePDF|TestPDFMarkedContentIsBalanced|TestFortyQuarters|TestFourHundredGaps|TestSecretsAreThereInside|TestPDFHeadingIsNeverTheLastOnAPage|TestSameDigitsInEveryFormat|TestKilledCommandsLoseNothing|TestSessionStaysInItsFolder|TestHTMLSaysWhatMarkdownSays|TestFrozenContentIsBounded|TestSharedContentLost|TestLostOrDamagedContentIsSaid|TestSameFiguresAsEvaluate|TestImportChangesNoScore|TestDoubtsAtATerminal|TestVerify|TestPageCounts|TestHostileFiles|TestProfileRoundTrip|TestDossierWordsInEveryFormat|TestHelpFits|TestResourcesNothingLeadsTo|TestEveryShippedQuestionFits|TestEveryShippedQuestionHasHelp|TestEverythingIsFoundByItsTitle|TestPackedIndex|TestUnpackIndex|TestJudgedSearches|TestHandoutConflictAtATerminal|TestTargetsOfASheetAtATerminal|TestHostileListing|TestClosingsOfChangedQuarters|TestHistoryIsBounded|TestIndexOfAnotherProgramOrChanged|TestUnbrokenWhateverWroteIt|TestJustChanged|TestAnIndexThatCameWithTheFolder|TestAChangeThatKeepsSizeAndDate|TestWhatCannotBeLookedAt|TestAFileReplacedByRename|TestAFileAddedOrRemoved|TestMattersAsTheLedgerHasThem|TestWordsFromPaper|TestNothingSecretLeaves|TestMenuFromAnswerToReport|FuzzHTML

.PHONY: demo build quick test torture content check generate golden ages fuzz bench microbench cross release reproducible wine clean

demo: build
	bin/hygeia demo demo

build:
	$(BUILD) -o bin/hygeia ./cmd/hygeia

# While you work: no race detector, no long families. The commands of cmd run anew
# after every change below them; "make quick ROOM=./report/..." leaves them for later.
ROOM ?= ./...
quick:
	CGO_ENABLED=0 GOGC=400 $(GO) test -short -skip '^($(SLOW))$$' $(ROOM)

test:
	CGO_ENABLED=0 $(GO) test $(TESTFLAGS) ./...

# For the night: 1,000 kills, a fault at every file operation of every writing
# command, 200 commands at once, hostile files, the system calls of a session, every
# property on thousands of cases, and a minute for each reader. Ends with a table.
torture:
	testdata/torture

check: cross wine
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not formatted: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(CHECKER) ./...
	$(GO) run $(LINTER)
	$(GO) mod tidy -diff
	CGO_ENABLED=1 $(GO) test -race -short -skip '^($(SLOW))$$' ./...

# The program builds for the systems it is made for, without a C compiler.
cross:
	GOOS=windows GOARCH=amd64 $(BUILD) -o bin/hygeia-windows.exe ./cmd/hygeia
	GOOS=darwin GOARCH=arm64 $(BUILD) -o bin/hygeia-darwin ./cmd/hygeia

# Compiles the shipped content anew after a change of its YAML files; after a merge
# too, because the compiled file is never merged.
generate:
	@test -f frameworks/shipped.bin || : >frameworks/shipped.bin
	CGO_ENABLED=0 $(GO) generate ./frameworks

# After a change of questions, catalogs, resources or the ladder: compiles them or
# tells every mistake with its place, and then everything the change costs.
content: generate
	@failed=; for t in './frameworks' ./assess/match './cmd/form -run Shipped' './cmd -run TestReadmeNumbers|TestReadme$$'; do \
		CGO_ENABLED=0 $(GO) test -short $$t || failed=yes; \
	done; \
	CGO_ENABLED=0 $(GO) test ./report -run Golden >/dev/null || \
		{ echo 'The expected reports change: "make golden" writes them; read the difference.'; failed=yes; }; \
	test -z "$$failed" || { echo; echo 'Above is everything that is left to do.'; exit 1; }

# Builds what people download into dist/: archives for six systems, packages,
# bills of materials and SHA256SUMS. The same commit gives the same bytes.
release:
	$(RELEASE) -o dist

# Builds two of the archives twice and compares them byte for byte.
reproducible:
	$(RELEASE) -o dist/one -archives -only windows/amd64,linux/amd64
	$(RELEASE) -o dist/two -archives -only windows/amd64,linux/amd64
	cmp dist/one/SHA256SUMS dist/two/SHA256SUMS
	rm -r dist/one dist/two

# Runs the Windows program under wine; says so where there is no wine.
wine: build cross
	testdata/windows/smoke bin/hygeia-windows.exe bin/hygeia

# Writes the expected reports and README's sessions and figures anew; read the difference
# before you commit it.
golden:
	CGO_ENABLED=0 $(GO) test ./report -run Golden -update
	CGO_ENABLED=0 $(GO) test ./cmd -run 'TestReadme$$|TestReadmeNumbers' -update

# Keeps two finished quarters as this VERSION writes them; a release adds them.
ages:
	CGO_ENABLED=0 $(GO) test ./cmd -run 'TestAges$$' -update

fuzz:
	@for pkg in $$($(GO) list ./...); do \
		for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s -fuzzminimizetime 1s $$pkg || exit 1; \
		done; \
	done

# Measures whole runs beside an empty program; judges nothing. About three minutes.
bench: build
	CGO_ENABLED=0 $(GO) run ./testdata/bench bin/hygeia

# Measures single functions.
microbench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf bin demo dist
