// Package data is what results as data are made of, whatever document they belong
// to: exact figures with their printed form, scored groups and frameworks, and safe
// tables for spreadsheets. Its types are published by name in report/schema.
package data
