package frameworks

// DigestOf is the digest of a library of the files.
func DigestOf(files ...File) string { return sum(normalized(files)) }
