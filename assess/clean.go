package assess

import "hygeia/frameworks/words"

// Clean makes free text safe to save and to print ([words.Clean]). A saved
// quarter holds only clean text.
func Clean(s string) string { return words.Clean(s) }
