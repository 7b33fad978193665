package frameworks

import (
	"io"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/principles"
)

// Schema is the value of "schema" in the file of a framework.
const Schema = "peersupport/principles/framework/v1"

// FaultSchema is a file whose schema is missing or another one.
const FaultSchema peer.FaultCode = "unknown_schema"

// file is the form of a file.
type file struct {
	Schema string `json:"schema"`
	principles.Framework
}

// Read reads a framework from JSON and checks it ([principles.Framework.Check]).
// source names the file in faults. The error is of type [peer.Faults], with the
// place of every fault, or it is the reader's own.
func Read(r io.Reader, source string) (principles.Framework, error) {
	cfg := strictjson.Config{Source: source, AllowMark: true}
	data, err := strictjson.Load(r, cfg)
	if err != nil {
		return principles.Framework{}, err
	}
	var f file
	if err := strictjson.Decode(data, &f, cfg); err != nil {
		return principles.Framework{}, err
	}
	var faults peer.Faults
	at := strictjson.Index(data, cfg)
	if f.Schema != Schema {
		faults = append(faults, at.Fault("schema", FaultSchema, "the schema is not the one of a framework"))
	}
	for _, fault := range f.Check() {
		faults = append(faults, at.Fault(fault.Path, peer.FaultCode(fault.Code), words(fault.Code)))
	}
	if len(faults) > 0 {
		return principles.Framework{}, faults
	}
	return f.Framework, nil
}
