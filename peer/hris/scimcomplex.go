package hris

import (
	"strings"

	"github.com/peersupport/peersupport/peer/strictjson"
)

// extension reads the object of the enterprise extension.
func (r *scimReader) extension(x *scimResource, schema string) {
	r.scan.Name("enterprise")
	t := r.scan.Next()
	if t.Kind != strictjson.ObjectBegin {
		if t.Kind != strictjson.Null {
			r.fault(t, strictjson.FaultKind)
			r.scan.Skip(t)
		}
		return
	}
	for t = r.scan.Next(); t.Kind == strictjson.Key; t = r.scan.Next() {
		switch name := t.Text(); strings.ToLower(name) {
		case "manager":
			r.once(t, &x.manager)
			r.manager(x)
		case "department":
			r.once(t, &x.team)
			x.person.Team = r.words("department")
		default:
			r.ignore(schema + ":" + name)
			r.scan.Skip(t)
		}
	}
}

// manager reads the manager's id: the value of an object, or a text.
func (r *scimReader) manager(x *scimResource) {
	r.scan.Name("manager")
	t := r.scan.Next()
	switch t.Kind {
	case strictjson.Text:
		x.person.Manager, x.places.manager, _ = r.validKey(t)
	case strictjson.ObjectBegin:
		x.places.manager = placeOf(t)
		r.managerObject(x, t)
	case strictjson.Null, strictjson.End:
	default:
		r.fault(t, strictjson.FaultKind)
		r.scan.Skip(t)
	}
}

// managerObject reads {value, $ref, displayName}. One without a value says
// that there is a manager and not who.
func (r *scimReader) managerObject(x *scimResource, begin strictjson.Token) {
	members, ok := 0, true
	for t := r.scan.Next(); t.Kind == strictjson.Key; t = r.scan.Next() {
		members++
		if strings.EqualFold(t.Text(), "value") {
			x.person.Manager, x.places.manager, ok = r.key("value")
			continue
		}
		r.scan.Skip(t)
	}
	if x.person.Manager == "" && members > 0 && ok {
		r.scan.Warn(begin, FaultSCIMManager, scimWords(FaultSCIMManager))
	}
}

// addresses reads the locality of the work address, the first when there are
// several.
func (r *scimReader) addresses(x *scimResource) {
	r.scan.Name("addresses")
	t := r.scan.Next()
	if t.Kind != strictjson.ListBegin {
		if t.Kind != strictjson.Null {
			r.fault(t, strictjson.FaultKind)
			r.scan.Skip(t)
		}
		return
	}
	for t = r.scan.Next(); t.Kind != strictjson.ListEnd && t.Kind != strictjson.End; t = r.scan.Next() {
		if t.Kind != strictjson.ObjectBegin {
			r.fault(t, strictjson.FaultKind)
			r.scan.Skip(t)
			continue
		}
		if kind, locality := r.address(); strings.EqualFold(kind, "work") && x.person.Location == "" {
			x.person.Location = locality
		}
	}
}

// address reads the rest of one address.
func (r *scimReader) address() (kind, locality string) {
	for t := r.scan.Next(); t.Kind == strictjson.Key; t = r.scan.Next() {
		switch strings.ToLower(t.Text()) {
		case "type":
			kind, _, _ = r.text("type")
		case "locality":
			locality = r.words("locality")
		default:
			r.scan.Skip(t)
		}
	}
	return kind, locality
}
