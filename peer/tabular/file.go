package tabular

import "io"

// File is something to read and the name under which its faults are reported.
// The name is the caller's; it is shown and never opened. A File without a
// Reader is no file.
type File struct {
	Name   string
	Reader io.Reader
}
