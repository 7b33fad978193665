package auditfile

import (
	"io"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/principles"
)

// RegisterSchema is the value of "schema" in the file of a register.
const RegisterSchema = "peersupport/register/v1"

// register is the form of a file.
type register struct {
	Schema string `json:"schema"`
	principles.Register
}

// ReadRegister reads a register from JSON of at most 1 MiB and 1,000 entries a
// list; source names the file in faults. The error is of type [peer.Faults]
// with every fault of the file, or it is the reader's own. What the entries say
// is checked by [principles.Audit]; [Locate] finds their places.
func ReadRegister(r io.Reader, source string) (principles.Register, strictjson.Places, error) {
	cfg := strictjson.Config{Source: source, AllowMark: true}
	data, err := strictjson.Load(r, cfg)
	if err != nil {
		return principles.Register{}, strictjson.Places{}, err
	}
	var file register
	if err := strictjson.Decode(data, &file, cfg); err != nil {
		return principles.Register{}, strictjson.Places{}, err
	}
	places := strictjson.Index(data, cfg)
	if file.Schema != RegisterSchema {
		return principles.Register{}, places, peer.Faults{places.Fault("schema", FaultSchema, words(FaultSchema))}
	}
	return file.Register, places, nil
}
