package doctest

import "hygeia/frameworks/words"

var alone = words.Pattern(`^ *[-0-9.]* *(<?https://\S+|"hygeia [^"]+"[.,;:]?)$`)

// StaysWhole reports whether a line is one address or one command, which is never
// broken so that it can be copied, and may be wider than the page.
func StaysWhole(line string) bool { return alone().MatchString(line) }
