package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// opened keeps files open until they have been read.
type opened []*os.File

// open opens a file by its name; an empty name is no file.
func (o *opened) open(name string) (tabular.File, error) {
	if name == "" {
		return tabular.File{}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return tabular.File{}, cannotRead(name, err)
	}
	if info, err := f.Stat(); err != nil || info.IsDir() {
		_ = f.Close()
		return tabular.File{}, cannotRead(name, err)
	}
	*o = append(*o, f)
	return tabular.File{Name: name, Reader: f}, nil
}

func (o *opened) close() {
	for _, f := range *o {
		_ = f.Close() // only read
	}
}

// faultUnreadable is a file that cannot be opened.
const faultUnreadable peer.FaultCode = "unreadable_file"

func cannotRead(name string, err error) error {
	words := "the file cannot be read"
	if errors.Is(err, os.ErrNotExist) {
		words = "there is no such file"
	}
	return peer.Faults{{Code: faultUnreadable, Source: name, Line: 1, Column: 1, Words: words}}
}

// joinFaults puts the faults of several files into one list.
func joinFaults(errs ...error) error {
	var all peer.Faults
	for _, err := range errs {
		var faults peer.Faults
		switch {
		case err == nil:
		case errors.As(err, &faults):
			all = append(all, faults...)
		default:
			return err
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// distinct refuses an output that would overwrite an input or another output.
// Both are files by the flag that names them.
func distinct(inputs, outputs map[string]string) error {
	for out, name := range outputs {
		for other, taken := range inputs {
			if sameFile(name, taken) {
				return usageError{fmt.Sprintf("-%s would overwrite the file of -%s", out, other)}
			}
		}
		for other, taken := range outputs {
			if out < other && sameFile(name, taken) {
				return usageError{fmt.Sprintf("-%s and -%s name one file", out, other)}
			}
		}
	}
	return nil
}

// sameFile reports whether two names lead to one file, links included.
func sameFile(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	if err == nil && err2 == nil {
		return os.SameFile(x, y)
	}
	x2, err := filepath.Abs(a)
	y2, err2 := filepath.Abs(b)
	return err == nil && err2 == nil && x2 == y2
}
