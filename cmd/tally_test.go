package cmd_test

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

// tallyFile is where the long tests add their counts, for the table at the end of
// "make torture".
var tallyFile = flag.String("tally", "", "add the counts of the long tests to this `file`")

// count logs how often something was tried and how much of it was lost.
func count(t *testing.T, what string, tried, lost int, more string) {
	t.Helper()
	t.Logf("%s: %d tried, %d lost; %s", what, tried, lost, more)
	if *tallyFile == "" {
		return
	}
	f, err := os.OpenFile(*tallyFile, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := fmt.Fprintf(f, "%s\t%d\t%d\t%s\n", what, tried, lost, more); err != nil {
		t.Fatal(err)
	}
}
