package doc

import (
	"fmt"
	"strings"
)

// LinkTarget returns the address a reader may click on, percent-encoded, or ""
// for one that is not https, mailto or tel: gofpdf writes any target as it
// comes, "javascript:" included, and does not encode spaces or accents.
func LinkTarget(url string) string {
	url = strings.TrimSpace(url)
	scheme, rest, found := strings.Cut(url, ":")
	scheme = strings.ToLower(scheme)
	if !found || strings.Trim(rest, "/") == "" {
		return ""
	}
	switch scheme {
	case "https":
		if !strings.HasPrefix(rest, "//") {
			return ""
		}
	case "mailto", "tel":
	default:
		return ""
	}
	return scheme + ":" + percentEncode(rest)
}

// percentEncode encodes what RFC 3986 allows nowhere in an address. What is
// encoded already stays; a percent sign that begins no code is encoded.
func percentEncode(s string) string {
	const allowed = "-._~:/?#[]@!$&'()*+,;="
	var out strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]),
			'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
			strings.IndexByte(allowed, c) >= 0:
			out.WriteByte(c)
		default:
			fmt.Fprintf(&out, "%%%02X", c)
		}
	}
	return out.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
