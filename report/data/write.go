package data

import (
	"bytes"
	"encoding/json"
	"io"
)

// Write writes a value as indented JSON, and nothing if the value cannot be encoded.
func Write(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}
