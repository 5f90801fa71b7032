package cmd

import (
	"unsafe"

	"github.com/spf13/cobra"
	"golang.org/x/sys/windows"
)

// allowDoubleClick keeps cobra from turning away a person who started the program
// from a folder's window.
func allowDoubleClick() { cobra.MousetrapHelpText = "" }

// systemDocuments is where Windows says that documents are, which may be in
// OneDrive or on a drive of the hospital.
func systemDocuments() []string {
	path, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return nil
	}
	return []string{path}
}

// ownConsole reports whether the console window was opened for this program alone,
// as at a double-click: it is gone as soon as the program ends.
func ownConsole() bool {
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var processes [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return n == 1
}
