//go:build !windows

package cmd

// allowDoubleClick has nothing to allow here.
func allowDoubleClick() {}

// systemDocuments is where the system says that documents are: here it says so in
// a file of the desktop, which the search reads.
func systemDocuments() []string { return nil }

// ownConsole reports whether the window closes as soon as the program ends: only
// the consoles of Windows do.
func ownConsole() bool { return false }
