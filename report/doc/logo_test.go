package doc

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func jpegOf(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadLogo(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 5, 3))
	deep.SetNRGBA64(2, 1, color.NRGBA64{0xFFFF, 0x8000, 0, 0x8000})
	for name, data := range map[string][]byte{
		"PNG":        PNG(t, Sign(5, 3)),
		"16 bits":    PNG(t, deep),
		"gray":       PNG(t, image.NewGray(image.Rect(7, 7, 12, 10))),
		"palette":    PNG(t, image.NewPaletted(image.Rect(0, 0, 5, 3), color.Palette{color.Transparent, color.Black})),
		"JPEG":       jpegOf(t, Sign(5, 3)),
		"JPEG, gray": jpegOf(t, image.NewGray(image.Rect(0, 0, 5, 3))),
	} {
		logo, err := ReadLogo("logo", data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		config, err := png.DecodeConfig(bytes.NewReader(logo.PNG))
		if err != nil || logo.Width != 5 || logo.Height != 3 || config.Width != 5 || config.Height != 3 {
			t.Errorf("%s: %d by %d, encoded %d by %d, error %v; want 5 by 3", name, logo.Width, logo.Height, config.Width, config.Height, err)
		}
		if depth := logo.PNG[24]; depth != 8 {
			t.Errorf("%s: %d bits a channel, want 8", name, depth)
		}
	}
}

func TestReadLogoKeepsColorAndTransparency(t *testing.T) {
	want := Sign(5, 3)
	logo, err := ReadLogo("logo.png", PNG(t, want))
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(logo.PNG))
	if err != nil {
		t.Fatal(err)
	}
	for x := range 5 {
		if color.NRGBAModel.Convert(got.At(x, 1)) != want.NRGBAAt(x, 1) {
			t.Errorf("at %d: %v, want %v", x, got.At(x, 1), want.NRGBAAt(x, 1))
		}
	}
}

// Where a photo was taken and who edited it does not travel with a report.
func TestReadLogoDropsWhatIsNotPicture(t *testing.T) {
	const secret = "GPS 44.05 -91.64"
	plain := PNG(t, Sign(5, 3))
	text := []byte("tEXtPlace\x00" + secret)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(text)-4))
	chunk = binary.BigEndian.AppendUint32(append(chunk, text...), crc32.ChecksumIEEE(text))
	inPNG := append(append(bytes.Clone(plain[:33]), chunk...), plain[33:]...)
	photo := jpegOf(t, Sign(5, 3))
	exif := append([]byte{0xFF, 0xE1, 0, byte(2 + len(secret))}, secret...)
	inJPEG := append(append(bytes.Clone(photo[:2]), exif...), photo[2:]...)
	for name, data := range map[string][]byte{"JPEG": inJPEG, "after the picture": append(plain, secret...), "PNG": inPNG} {
		logo, err := ReadLogo("logo", data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if bytes.Contains(logo.PNG, []byte(secret)) {
			t.Errorf("%s: the text is still there", name)
		}
	}
}

func TestReadLogoMistakes(t *testing.T) {
	wide := PNG(t, image.NewGray(image.Rect(0, 0, 2001, 1)))
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"big", make([]byte, 1<<20+1), `logo "big": is 1025 KiB: must be at most 1024 KiB`},
		{"empty", nil, `logo "empty": is neither a PNG nor a JPEG picture: save it as one of them`},
		{"pictures/logo.svg", []byte("<svg/>"), `logo "logo.svg": is neither a PNG nor a JPEG picture: save it as one of them`},
		{"wide.png", wide, `logo "wide.png": is 2001 by 1 pixels: must be from 1 to 2000 a side`},
		{"stripe.png", PNG(t, image.NewGray(image.Rect(0, 0, 800, 50))), `logo "stripe.png": is 800 by 50 pixels: as small as it fits on the page, nothing could be seen of it; must be at most 15 times as long as wide`},
		{"cut.png", PNG(t, Sign(9, 9))[:60], `logo "cut.png": the PNG picture cannot be read: `},
		{"cut.jpg", jpegOf(t, Sign(9, 9))[:30], `logo "cut.jpg": the JPEG picture cannot be read: `},
		{"a\x1b[31m.png", nil, `logo "a[31m.png": is neither`},
	} {
		logo, err := ReadLogo(tt.name, tt.data)
		if err == nil || logo != nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
}

// Whatever a file holds, it is refused in words or becomes a picture that reads
// as itself.
func FuzzReadLogo(f *testing.F) {
	f.Add(PNG(f, Sign(5, 3)))
	f.Add(jpegOf(f, Sign(5, 3)))
	f.Add([]byte("GIF89a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		logo, err := ReadLogo("logo", data)
		if err != nil {
			return
		}
		again, err := ReadLogo("logo", logo.PNG)
		if err != nil && len(logo.PNG) <= logoBytes {
			t.Fatalf("what we encoded is refused: %v", err)
		}
		if err == nil && !bytes.Equal(again.PNG, logo.PNG) {
			t.Error("encoded twice it has other bytes")
		}
	})
}

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
