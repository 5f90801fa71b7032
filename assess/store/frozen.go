package store

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// maxBundle is the largest frozen content that is read, in bytes of its YAML.
const maxBundle = 32 << 20

// frozenName returns where content with that digest is kept: as YAML, compressed
// to a fifth. [assess.Decode] lets only "sha256:" and 64 hex digits through.
func frozenName(digest string) string { return plainName(digest) + ".gz" }

// plainName returns where it was kept before it was compressed, which is read
// for ever.
func plainName(digest string) string {
	return contentDir + "/" + strings.TrimPrefix(digest, "sha256:") + ".yaml"
}

// frozen loads the content a quarter was finished with. A lost or damaged file
// is an error and never replaced by today's content: the quarter would score
// differently.
func (s *Store) frozen(root *os.Root, pin assess.Pin) (*frameworks.Library, error) {
	const cure = "put it back from a backup, or from the computer the quarter was finished on"
	name, text, err := readFrozen(root, pin.Digest)
	shown := filepath.Join(s.dir, filepath.FromSlash(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: the questions this quarter was answered against (content %s) are missing: %s", shown, pin.Version, cure)
	}
	if errors.Is(err, errDamaged) {
		return nil, fmt.Errorf("the questions this quarter was answered against are damaged: %s: %s: %w", cure, shown, err)
	}
	if err != nil {
		return nil, err
	}
	lib, err := s.loaded.reader.LoadBundle(shown, text)
	if err != nil {
		return nil, fmt.Errorf("the questions this quarter was answered against are damaged: %s: %w", cure, err)
	}
	if lib.Digest != pin.Digest {
		return nil, fmt.Errorf("%s: the questions this quarter was answered against were changed (digest %s): %s", shown, lib.Digest, cure)
	}
	return lib, nil
}

// freeze keeps the content for a quarter that is being finished, unless it is
// there already, whole.
func (s *Store) freeze(root *os.Root, lib *frameworks.Library) error {
	data, err := lib.Bundle()
	if err != nil {
		return err
	}
	if _, there, err := readFrozen(root, lib.Digest); err == nil && there == string(data) {
		return nil
	}
	d := s.drive(root)
	if err := d.mkdir(contentDir); err != nil {
		return err
	}
	if err := d.replace(frozenName(lib.Digest), compressed(data)); err != nil {
		return err
	}
	_, err = s.frozen(root, assess.Pin{Version: lib.Version, Digest: lib.Digest})
	return err
}

// readFrozen returns the YAML of frozen content, and the name of its file.
func readFrozen(root *os.Root, digest string) (name, text string, err error) {
	name = frozenName(digest)
	data, err := readFile(root, name, maxBundle)
	if err == nil {
		text, err = decompressed(data)
		return name, text, err
	}
	if errors.Is(err, fs.ErrNotExist) {
		if plain, err := readFile(root, plainName(digest), maxBundle); !errors.Is(err, fs.ErrNotExist) {
			return plainName(digest), string(plain), err
		}
	}
	return name, "", err
}

// errDamaged says that a compressed file is cut off or changed.
var errDamaged = errors.New("the file is cut off or was changed")

// compressed returns the function that writes data compressed, as replace wants
// it. The same data gives the same bytes: nothing of the day or the file is in them.
func compressed(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		z := gzip.NewWriter(w)
		if _, err := z.Write(data); err != nil {
			return err
		}
		return z.Close()
	}
}

// decompressed reads at most the largest content and one byte more, so that
// whoever reads on can tell that it is too large.
func decompressed(data []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", errDamaged
	}
	var text strings.Builder
	size := binary.LittleEndian.Uint32(data[len(data)-4:]) // as the file says at its end; true or not
	text.Grow(int(min(size, 8*uint32(len(data)))))
	if _, err := io.Copy(&text, io.LimitReader(z, maxBundle+1)); err != nil {
		return "", errDamaged
	}
	return text.String(), nil
}
