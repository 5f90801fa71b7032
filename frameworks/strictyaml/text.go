package strictyaml

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"hygeia/frameworks/words"
)

// bom is written in front of UTF-8 by some Windows editors; it is dropped.
var bom = []byte("\xEF\xBB\xBF")

// Text returns the bytes of a text file as UTF-8 without a byte order mark. A
// file in UTF-16 is known by its mark: the ">" of older PowerShells writes such,
// and the "Unicode" of Notepad. Any other file is returned as it is.
func Text(data []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		order = binary.BigEndian
	default:
		return bytes.TrimPrefix(data, bom)
	}
	if len(data)%2 != 0 {
		return data // cut off, and so no text
	}
	data = data[2:]
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	var out []byte
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return out
}

// halves is a character that JSON writes as two escapes, as its writers do with
// emoji by themselves. YAML knows only whole characters.
var halves = words.Pattern(`\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}`)

// half is one half, or what YAML has no use for.
var half = words.Pattern(`\\u[dD][89a-fA-F][0-9a-fA-F]{2}`)

// escape is the form of a whole character that YAML reads, two characters shorter.
const escape = len(`\U0001F600`)

// joined returns JSON with each character that is written in halves written
// whole, and where that was, by line. Other text is returned as it is: outside
// double quotes such letters mean themselves.
func joined(data []byte) ([]byte, map[int][]int) {
	if !halves().Match(data) || !json.Valid(data) {
		return data, nil
	}
	at := map[int][]int{}
	var out []byte
	rest, line, start := data, 1, 0 // start is where the line begins in out
	for _, m := range halves().FindAllIndex(data, -1) {
		before := rest[:m[0]-(len(data)-len(rest))]
		out = append(out, before...)
		if n := bytes.Count(before, []byte("\n")); n > 0 {
			line += n
			start = bytes.LastIndexByte(out, '\n') + 1
		}
		pair := data[m[0]:m[1]]
		if slashes(out)%2 == 1 { // the backslash before makes it a text of its own
			out = append(out, pair...)
		} else {
			at[line] = append(at[line], utf8.RuneCount(out[start:])+1)
			out = append(out, whole(pair)...)
		}
		rest = data[m[1]:]
	}
	return append(out, rest...), at
}

// slashes counts the backslashes at the end.
func slashes(b []byte) int { return len(b) - len(bytes.TrimRight(b, `\`)) }

func whole(pair []byte) string {
	unit := func(hex []byte) rune {
		n, _ := strconv.ParseUint(string(hex), 16, 16) // the pattern lets only digits through
		return rune(n)
	}
	r := utf16.DecodeRune(unit(pair[2:6]), unit(pair[8:12]))
	hex := strconv.FormatInt(int64(r), 16)
	return `\U` + "00000000"[len(hex):] + hex
}

// moveBack gives the values the columns they have in the file, where characters
// before them in their line were joined.
func moveBack(n *yaml.Node, at map[int][]int) {
	const shorter = len(`\ud83d\ude00`) - escape
	moved := n.Column
	for _, col := range at[n.Line] {
		if col < n.Column {
			moved += shorter
		}
	}
	n.Column = moved
	for _, child := range n.Content {
		moveBack(child, at)
	}
}
