package store

import (
	"errors"
	"io/fs"
	"path/filepath"

	"hygeia/frameworks"
)

// contactsFile lies in the folder "own".
const contactsFile = "contacts.yaml"

// ContactsPath returns where the organization keeps its own numbers.
func (s *Store) ContactsPath() string { return filepath.Join(s.dir, ownDir, contactsFile) }

// Contacts returns the organization's own numbers for the incident page; none
// if no such file. With mistakes in the file it returns what can be
// read of it besides the error. It needs no quarter and no other own content.
func (s *Store) Contacts() ([]frameworks.Contact, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	data, err := readFile(root, ownDir+"/"+contactsFile, maxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return frameworks.ReadContacts(s.ContactsPath(), data)
}
