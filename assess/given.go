package assess

import (
	"slices"

	"hygeia/frameworks/strictyaml"
)

// GivenKeys are the keys of an answer that a person may write into a file.
func GivenKeys() []string { return slices.Clone(writtenKeys) }

// ReadGiven reads an answer as a person writes it into a file, from a mapping with
// the [GivenKeys]; mistakes are recorded in its document. The word is the answer
// itself; without one the answer is open, and what is beside it is read all the same.
func ReadGiven(m strictyaml.Mapping, word strictyaml.Node) Answer { return readWritten(m, word) }
