package assess

import (
	"fmt"
	"strconv"

	"hygeia/frameworks/words"
)

// endCount is the last thing in a saved quarter: how many answers stand before it.
var endCount = words.Pattern(`(?m)^end:\r?\n[ ]+answers: ([0-9]+)[ \t]*\r?$`)

// Recount looks at a saved quarter whose end mark says another number of answers than
// it has, as after a change by hand, and returns it with the right number, and both
// numbers. It reports false for a file with the right number, and for one in which
// anything else is wrong.
func Recount(name string, data []byte) (fixed []byte, said, has int, wrong bool) {
	if a, _, err := Decode(name, data, nil); a != nil || err == nil {
		return nil, 0, 0, false
	}
	at := endCount().FindSubmatchIndex(data)
	if at == nil {
		return nil, 0, 0, false
	}
	said, err := strconv.Atoi(string(data[at[2]:at[3]]))
	if err != nil {
		return nil, 0, 0, false
	}
	doc, _, err := openFile(name, data, schemaSaved)
	if err != nil {
		return nil, 0, 0, false
	}
	has = len(doc.Root().Mapping(savedKeys...).Get("answers").Entries())
	fixed = fmt.Appendf(nil, "%s%d%s", data[:at[2]], has, data[at[3]:])
	if _, _, err := Decode(name, fixed, nil); err != nil || has == said {
		return nil, 0, 0, false
	}
	return fixed, said, has, true
}
