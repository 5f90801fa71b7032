package data

import "hygeia/assess/sheet"

// NewSheet is a table with buttons to filter it, and whose it is above its head.
func NewSheet(name, about string, columns ...sheet.Column) sheet.Table {
	return sheet.Table{Name: name, Title: about, Columns: columns, Filter: true, Wide: true}
}
