package sheet

import (
	"errors"
	"fmt"
)

// Read returns the sheets of a CSV file or an Excel workbook. The error says in
// words what the file is instead, or what is wrong with it; the name stands in
// front of it.
func Read(name string, data []byte) (*Book, error) {
	if len(data) > MaxFile {
		return nil, fmt.Errorf("%s: has %d MB; at most %d MB are read", name, len(data)>>20, MaxFile>>20)
	}
	if f := ForeignOf(data); f != nil {
		return nil, fmt.Errorf("%s: %w", name, f)
	}
	var book *Book
	var err error
	switch kind := KindOf(data); kind {
	case Workbook:
		book, err = readWorkbook(data)
	case TextFile:
		book, err = readText(data)
	default:
		err = fmt.Errorf("is %v: an Excel workbook (.xlsx) or a CSV file can be read", kind)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return book, nil
}

// errTooLarge says that a file unpacks to more than a sheet people work with.
var errTooLarge = errors.New("is larger inside than any sheet people work with; delete what is not needed and save it again")
