package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/peersupport/peersupport/peer"
)

// output is a file to write; one without a name is not wanted.
type output struct {
	name  string
	write func(io.Writer) error
}

// staged is an output that is written and not yet under its name.
type staged struct {
	part   *os.File
	target string
}

// writeAll writes files that only their owner can read: they name who asked for
// help. All of them appear under their names when all of them are complete, and
// none when one of them cannot be written.
func writeAll(outputs ...output) error {
	var parts []staged
	defer func() {
		for _, p := range parts {
			_ = os.Remove(p.part.Name()) // gone already where it was given its name
		}
	}()
	for _, o := range outputs {
		if o.name == "" {
			continue
		}
		part, err := stage(o)
		if err != nil {
			return err
		}
		parts = append(parts, part)
	}
	for _, p := range parts {
		if os.Rename(p.part.Name(), p.target) != nil {
			return cannotWrite(p.target)
		}
	}
	return nil
}

// stage writes an output beside its place. A link is followed; what is there
// and is no plain file, such as a device, is left alone.
func stage(o output) (staged, error) {
	target := o.name
	if resolved, err := filepath.EvalSymlinks(o.name); err == nil {
		target = resolved
	}
	if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
		return staged{}, cannotWrite(o.name)
	}
	part, err := os.CreateTemp(filepath.Dir(target), ".peersupport-*")
	if err != nil {
		return staged{}, cannotWrite(o.name)
	}
	err = errors.Join(o.write(part), part.Close())
	if err != nil {
		_ = os.Remove(part.Name())
		var faults peer.Faults
		if errors.As(err, &faults) {
			return staged{}, faults
		}
		return staged{}, cannotWrite(o.name)
	}
	return staged{part: part, target: target}, nil
}

// faultUnwritable is a file that cannot be written.
const faultUnwritable peer.FaultCode = "unwritable_file"

func cannotWrite(name string) error {
	return peer.Faults{{Code: faultUnwritable, Source: name, Line: 1, Column: 1, Words: "the file cannot be written"}}
}
