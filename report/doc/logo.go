package doc

import (
	"bytes"
	"fmt"
	"image"
	imagedraw "image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"path/filepath"

	"hygeia/frameworks/words"
)

// Logo is the organization's own sign, for the first page of a report.
type Logo struct {
	PNG           []byte // encoded by us, 8 bits a channel, nothing but the picture
	Width, Height int    // in pixels
}

// What a logo may measure.
const (
	logoBytes  = 1 << 20
	logoPixels = 2000 // a side
	logoRatio  = 15   // of the longer side to the other
)

// ReadLogo reads a PNG or JPEG file of at most 1 MiB and 2000 pixels a side, which is
// no stripe: at most 15 times as long as wide.
// The picture is decoded and encoded anew, so that what else the file holds (the
// place where a photo was taken, who edited it) does not travel with a report.
// The name is for error messages only; what the file is, its content says.
func ReadLogo(name string, data []byte) (*Logo, error) {
	if len(data) > logoBytes {
		return nil, fmt.Errorf("logo %s: is %d KiB: must be at most 1024 KiB", logoName(name), (len(data)+1023)/1024)
	}
	format := logoFormatOf(data)
	if format == nil {
		return nil, fmt.Errorf("logo %s: is neither a PNG nor a JPEG picture: save it as one of them", logoName(name))
	}
	config, err := format.config(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("logo %s: the %s picture cannot be read: %w; save it anew", logoName(name), format.name, err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > logoPixels || config.Height > logoPixels {
		return nil, fmt.Errorf("logo %s: is %d by %d pixels: must be from 1 to %d a side", logoName(name), config.Width, config.Height, logoPixels)
	}
	if wide, high := max(config.Width, config.Height), min(config.Width, config.Height); wide > logoRatio*high {
		return nil, fmt.Errorf("logo %s: is %d by %d pixels: as small as it fits on the page, nothing could be seen of it; must be at most %d times as long as wide", logoName(name), config.Width, config.Height, logoRatio)
	}
	picture, err := format.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("logo %s: the %s picture cannot be read: %w; save it anew", logoName(name), format.name, err)
	}
	return encodeLogo(picture)
}

// encodeLogo turns a picture of any depth and color model into a plain PNG.
func encodeLogo(picture image.Image) (*Logo, error) {
	size := picture.Bounds().Size()
	plain := image.NewNRGBA(image.Rectangle{Max: size})
	imagedraw.Draw(plain, plain.Bounds(), picture, picture.Bounds().Min, imagedraw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, plain); err != nil {
		return nil, fmt.Errorf("logo: %w", err)
	}
	return &Logo{PNG: out.Bytes(), Width: size.X, Height: size.Y}, nil
}

// logoFormat is a kind of picture file.
type logoFormat struct {
	name, begins string
	config       func(io.Reader) (image.Config, error)
	decode       func(io.Reader) (image.Image, error)
}

// logoFormatOf returns the format a file begins like, nil for none.
func logoFormatOf(data []byte) *logoFormat {
	for _, f := range []logoFormat{
		{"PNG", "\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode},
		{"JPEG", "\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode},
	} {
		if bytes.HasPrefix(data, []byte(f.begins)) {
			return &f
		}
	}
	return nil
}

// logoName is the name of a file without its folders, fit for one line.
func logoName(name string) string { return fmt.Sprintf("%q", words.Line(filepath.Base(name))) }
