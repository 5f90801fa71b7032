package oscal

import (
	"strings"

	"hygeia/frameworks/words"
)

// nameForm is what an id may be in a framework.
var nameForm = words.Pattern(`^[A-Za-z0-9][A-Za-z0-9.()/_-]*$`)

func isName(s string) bool { return nameForm().MatchString(s) }

// name makes an id one that a framework may have.
func name(id string) string {
	id = strings.Map(func(r rune) rune {
		if r < 0x80 && (isName(string(r)) || strings.ContainsRune(".()/_-", r)) {
			return r
		}
		return '_'
	}, id)
	if !isName(id) {
		return "x" + id
	}
	return id
}

// slug makes a text the key of a question or the name of a file: small letters,
// digits and single hyphens, a letter first.
func slug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
			b.WriteByte('-')
		}
	}
	s := strings.Trim(b.String(), "-")
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return strings.Trim("c-"+s, "-")
	}
	return s
}
