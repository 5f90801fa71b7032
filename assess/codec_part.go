package assess

import (
	"bytes"
	"fmt"
)

// Part returns a saved quarter with the answers to the questions with these keys
// and no others, which [Decode] reads in a fraction of the time: what old quarters
// say about few questions is asked far more often than all they say. It cuts lines
// and understands nothing, so it is only for files known to be as [Encode] wrote
// them; false if it can be seen that the file is not.
func Part(data []byte, keys map[string]bool) (part []byte, ok bool) {
	head, rest, ok := bytes.Cut(data, []byte("\nanswers:\n"))
	at := bytes.LastIndex(rest, []byte("\nend:\n"))
	if !ok || at < 0 || bytes.IndexByte(data, '\r') >= 0 {
		return nil, false
	}
	part = append(part, head...)
	part = append(part, "\nanswers:\n"...)
	empty, count, wanted := len(part), 0, false
	for line := range bytes.Lines(rest[:at+1]) {
		if key, begins := answerKey(line); begins {
			if wanted = keys[key]; wanted {
				count++
			}
		}
		if wanted {
			part = append(part, line...)
		}
	}
	if count == 0 {
		part = part[:empty-len("answers:\n")]
	}
	return fmt.Appendf(part, "end:\n  answers: %d\n", count), true
}

// answerKey returns the key of an answer that begins with the line.
func answerKey(line []byte) (key string, begins bool) {
	line, indented := bytes.CutPrefix(line, []byte("  "))
	if !indented || line[0] == ' ' || line[0] == '\n' {
		return "", false
	}
	return string(bytes.Trim(bytes.TrimSuffix(line, []byte(":\n")), `"`)), true
}
