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
// if there is no such file. With mistakes in the file it returns what can be
// read of it besides the error. It needs no quarter and no other own content.
func (s *Store) Contacts() (frameworks.Numbers, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return frameworks.Numbers{}, nil
	}
	if err != nil {
		return frameworks.Numbers{}, err
	}
	defer root.Close()
	data, err := readFile(root, ownDir+"/"+contactsFile, maxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		return frameworks.Numbers{}, nil
	}
	if err != nil {
		return frameworks.Numbers{}, err
	}
	return frameworks.ReadContacts(s.ContactsPath(), data)
}

// SaveContacts writes the organization's own numbers, whole or not at all, and
// makes the folder if need be. What could not be read back is not written.
func (s *Store) SaveContacts(numbers frameworks.Numbers) error {
	data, err := numbers.Encode()
	if err != nil {
		return err
	}
	if _, err := frameworks.ReadContacts(contactsFile, data); err != nil {
		return err
	}
	return s.WriteOwn(contactsFile, data)
}
