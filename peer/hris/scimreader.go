package hris

import (
	"slices"
	"strconv"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

// The schemas of RFC 7643 section 8.7 and RFC 7644 section 3.4.2, in the case
// in which they are compared.
const (
	scimUserSchema       = "urn:ietf:params:scim:schemas:core:2.0:user"
	scimEnterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user"
	scimListSchema       = "urn:ietf:params:scim:api:messages:2.0:listresponse"
)

// scimReader reads one payload.
type scimReader struct {
	scan    *strictjson.Scanner
	report  SCIMReport
	people  []peer.Person
	places  []scimPlaces // by person
	shared  map[string]string
	ignored map[string]bool // folded names that are in the report
}

// scimPlaces are where a person's id and manager stand.
type scimPlaces struct{ id, manager scimPlace }

// scimPlace counts from 1; the zero place is none.
type scimPlace struct{ line, column int }

func placeOf(t strictjson.Token) scimPlace { return scimPlace{line: t.Line, column: t.Column} }

func readSCIM(data []byte, source string, o SCIMOptions) *scimReader {
	r := &scimReader{
		scan:    strictjson.NewScanner(data, o.json(source)),
		report:  SCIMReport{Source: source},
		shared:  map[string]string{},
		ignored: map[string]bool{},
	}
	switch t := r.scan.Next(); t.Kind {
	case strictjson.ListBegin:
		r.users()
	case strictjson.ObjectBegin:
		r.resource(t, true)
	case strictjson.End: // a fault already
	default:
		r.fault(t, strictjson.FaultKind)
	}
	r.scan.Next() // nothing may follow
	slices.Sort(r.report.Ignored)
	return r
}

// fault adds a fault of any package at a token.
func (r *scimReader) fault(t strictjson.Token, code peer.FaultCode) {
	r.scan.Fault(t, code, scimWords(code))
}

// users reads the rest of a list of users.
func (r *scimReader) users() {
	for t := r.scan.Next(); t.Kind != strictjson.ListEnd && t.Kind != strictjson.End; t = r.scan.Next() {
		if t.Kind != strictjson.ObjectBegin {
			r.fault(t, strictjson.FaultKind)
			r.scan.Skip(t)
			continue
		}
		r.resource(t, false)
	}
}

// scimResource is an object that is being read: a user or, at the top, what
// may turn out to be a ListResponse.
type scimResource struct {
	begin   strictjson.Token
	person  peer.Person
	places  scimPlaces
	idFault bool
	manager bool // given, in whatever form
	team    bool
	user    bool // the schemas say so, or say nothing
	list    bool // it has Resources
	total   strictjson.Token
	totalIs int
}

// resource reads the rest of an object. At the top it may be a ListResponse.
func (r *scimReader) resource(begin strictjson.Token, top bool) {
	x := &scimResource{begin: begin, user: true, totalIs: -1}
	for t := r.scan.Next(); t.Kind == strictjson.Key; t = r.scan.Next() {
		name := t.Text()
		if top && r.listAttribute(x, t, strings.ToLower(name)) {
			continue
		}
		r.userAttribute(x, t, name)
	}
	switch {
	case top && x.list:
		if x.totalIs > r.report.Users {
			r.fault(x.total, FaultSCIMPage)
		}
	case !x.user:
		r.report.Users++
		r.fault(x.begin, FaultSCIMUser)
	default:
		r.report.Users++
		r.keep(x)
	}
}

// listAttribute reads an attribute that only a ListResponse has, and reports
// whether it was one.
func (r *scimReader) listAttribute(x *scimResource, key strictjson.Token, name string) bool {
	switch name {
	case "resources":
		x.list = true
		r.scan.Name("Resources")
		switch t := r.scan.Next(); t.Kind {
		case strictjson.ListBegin:
			r.users()
		case strictjson.Null, strictjson.End: // null is no value (RFC 7643 section 2.5)
		default:
			r.fault(t, strictjson.FaultKind)
			r.scan.Skip(t)
		}
	case "totalresults":
		r.scan.Name("totalResults")
		x.total = r.scan.Next()
		n, err := strconv.Atoi(x.total.Number())
		if x.totalIs = n; err != nil {
			r.fault(x.total, strictjson.FaultKind)
			r.scan.Skip(x.total)
		}
	case "startindex", "itemsperpage":
		r.scan.Skip(key)
	default:
		return false
	}
	return true
}

// keep adds the person of a resource, unless there is no id to know them by.
func (r *scimReader) keep(x *scimResource) {
	switch {
	case x.idFault:
		return
	case x.person.Key == "":
		r.fault(x.begin, peer.FaultIDMissing)
		return
	}
	if x.places.id == (scimPlace{}) {
		x.places.id = placeOf(x.begin)
	}
	r.people = append(r.people, x.person)
	r.places = append(r.places, x.places)
}
