package frameworks

import (
	"embed"
	"errors"
	"io/fs"
	"path"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// data holds the frameworks, one a file named after its id. go:embed allows no
// constant, and nothing writes to it.
//
//go:embed data/*.json
var data embed.FS

// Library returns the library of all frameworks of this package, and of further
// ones that the caller brings. A further one with the id of one of ours takes
// its place, so that a programme can adapt it; links are checked anew.
//
// Each call reads the data again and returns a value of its own. Without further
// frameworks the error is nil for the data that this package ships with;
// otherwise it is of type [peer.Faults].
func Library(further ...principles.Framework) (*principles.Library, error) {
	files, err := fs.Glob(data, "data/*.json")
	if err != nil {
		return nil, err
	}
	taken := make(map[principles.FrameworkID]bool)
	for _, f := range further {
		taken[f.ID] = true
	}
	all := further[:len(further):len(further)]
	for _, name := range files {
		f, err := open(name)
		if err != nil {
			return nil, err
		}
		if !taken[f.ID] {
			all = append(all, f)
		}
	}
	library, err := principles.NewLibrary(all...)
	if err != nil {
		return nil, asFaults(err)
	}
	return library, nil
}

func open(name string) (principles.Framework, error) {
	file, err := data.Open(name)
	if err != nil {
		return principles.Framework{}, err
	}
	defer file.Close() //nolint:errcheck // embedded
	return Read(file, path.Base(name))
}

// asFaults turns the faults of a library into those of files, each named after
// its framework.
func asFaults(err error) error {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return err
	}
	var faults peer.Faults
	for _, e := range joined.Unwrap() {
		var f *principles.FrameworkFault
		if !errors.As(e, &f) {
			return err
		}
		faults = append(faults, peer.Fault{
			Code: peer.FaultCode(f.Code), Source: string(f.Framework) + ".json", Line: 1, Column: 1,
			Field: f.Path, Words: words(f.Code)})
	}
	return faults
}
