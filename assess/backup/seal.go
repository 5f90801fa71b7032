package backup

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// MinPassphrase is how many characters a passphrase has at least.
const MinPassphrase = 10

// How much work it is to try a passphrase, as a power of two: half a second and
// 128 MB with work. More than mostWork is refused, so that a file from a stranger
// cannot take the computer's memory.
const mostWork = 18

var work = 17

// ErrPassphrase says that a passphrase does not open a backup.
var ErrPassphrase = errors.New("the passphrase does not open it, or the file is damaged")

// Seal encrypts a backup. Without the passphrase nobody opens it again.
func Seal(data []byte, passphrase string) ([]byte, error) {
	if n := len([]rune(passphrase)); n < MinPassphrase {
		return nil, fmt.Errorf("the passphrase has %d characters; it needs at least %d", n, MinPassphrase)
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(work)
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Open decrypts what Seal made. Any failure is [ErrPassphrase].
func Open(data []byte, passphrase string) ([]byte, error) {
	with, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrPassphrase
	}
	with.SetMaxWorkFactor(mostWork)
	r, err := age.Decrypt(bytes.NewReader(data), with)
	if err != nil {
		return nil, ErrPassphrase
	}
	plain, err := io.ReadAll(io.LimitReader(r, maxAll+1))
	if err != nil || len(plain) > maxAll {
		return nil, ErrPassphrase
	}
	return plain, nil
}
