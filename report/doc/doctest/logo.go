package doctest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// PNG encodes a picture.
func PNG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Sign is a picture with a half transparent edge.
func Sign(width, height int) *image.NRGBA {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			picture.SetNRGBA(x, y, color.NRGBA{16, 90, 120, uint8(255 - 200*x/width)})
		}
	}
	return picture
}
