// Package oscal turns a catalog in NIST's Open Security Controls Assessment
// Language (JSON, versions 1.0 to 1.2) into a framework of an organization's own:
// sections, groups and requirements with the publisher's ids and texts, and one
// question a requirement where none of ours speaks for the same id.
//
// It reads bytes and returns files; where they are kept is not its business.
package oscal
