package frameworks

// BundleLines and BundleYAML are the two ways of reading a bundle.
func BundleLines(data []byte) ([]File, bool) { return bundleFiles(data) }

func BundleYAML(data []byte) ([]File, error) { return yamlFiles("bundle", data) }

// DigestOf is the digest of a library of the files.
func DigestOf(files ...File) string { return digest(normalized(files)) }
