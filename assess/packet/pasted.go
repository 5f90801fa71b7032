package packet

import (
	"bytes"
	"strings"

	"hygeia/frameworks/words"
)

// pastedStart is how the text begins that the web page saves, wherever it stands.
var pastedStart = words.Pattern(`\{[\s>]*"schema"[\s>]*:[\s>]*"hygeia/packet/v[0-9]+"`)

// pasted finds what the web page saves in a message that somebody pasted it into,
// with words before and after it, lines broken anew, or marks of quoting in front
// of them. What it returns is read as YAML, to which a line break inside quotes is
// a space.
func pasted(text []byte) ([]byte, bool) {
	text = bytes.ReplaceAll(text, []byte("\u00a0"), []byte(" "))
	at := pastedStart().FindIndex(text)
	if at == nil {
		return nil, false
	}
	begin := bytes.LastIndexByte(text[:at[0]], '\n') + 1
	above := bytes.Count(text[:begin], []byte("\n"))
	if mark := quoteMark(text[begin:at[0]]); mark != "" {
		text = unquote(text[begin:], mark)
		if at = pastedStart().FindIndex(text); at == nil {
			return nil, false
		}
	}
	found := text[at[0]:]
	lines := bytes.Repeat([]byte("\n"), above) // so that mistakes are named by their line
	return append(lines, found[:closing(found)]...), true
}

// quoteMark is what a mail program puts before each line that is quoted; "" if
// there is nothing of the kind.
func quoteMark(before []byte) string {
	mark := strings.TrimSpace(string(before))
	if strings.Trim(mark, "> ") != "" {
		return ""
	}
	return mark
}

func unquote(text []byte, mark string) []byte {
	var out bytes.Buffer
	for line := range bytes.Lines(text) {
		line = bytes.TrimPrefix(bytes.TrimLeft(line, " "), []byte(mark))
		out.Write(line)
	}
	return out.Bytes()
}

// closing returns where the braces are closed that the text opens; its length if
// they never are, which its reader will say.
func closing(text []byte) int {
	depth, quoted, escaped := 0, false, false
	for i, b := range text {
		switch {
		case escaped:
			escaped = false
		case quoted && b == '\\':
			escaped = true
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{':
			depth++
		case b == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}
