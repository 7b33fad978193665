package hris

import (
	"strings"
	"unicode"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

// userAttribute reads an attribute of a user. Those of the enterprise
// extension may stand in the extension's object, under their full name, or by
// themselves, as several senders have it; but not in two of these forms.
func (r *scimReader) userAttribute(x *scimResource, key strictjson.Token, name string) {
	folded := strings.ToLower(name)
	if short, ok := strings.CutPrefix(folded, scimEnterpriseSchema+":"); ok {
		folded = short
	}
	switch folded {
	case "schemas":
		r.schemas(x)
	case "id":
		r.id(x)
	case "active":
		r.active(x)
	case "addresses":
		r.addresses(x)
	case scimEnterpriseSchema:
		r.extension(x, name)
	case "manager":
		r.once(key, &x.manager)
		r.manager(x)
	case "department":
		r.once(key, &x.team)
		x.person.Team = r.words("department")
	default:
		r.ignore(name)
		r.scan.Skip(key)
	}
}

// once reports an attribute that was given before in another form.
func (r *scimReader) once(key strictjson.Token, given *bool) {
	if *given {
		r.fault(key, FaultSCIMTwice)
	}
	*given = true
}

// text reads a text; null is no value, and any other kind a fault, which the
// last result tells.
func (r *scimReader) text(name string) (string, strictjson.Token, bool) {
	r.scan.Name(name)
	t := r.scan.Next()
	switch t.Kind {
	case strictjson.Text:
		return t.Text(), t, true
	case strictjson.Null, strictjson.End:
		return "", t, true
	default:
		r.fault(t, strictjson.FaultKind)
		r.scan.Skip(t)
		return "", t, false
	}
}

// words reads the organisation's word for something, which many people share.
func (r *scimReader) words(name string) string {
	text, t, _ := r.text(name)
	if strings.ContainsFunc(text, unicode.IsControl) {
		r.fault(t, peer.FaultText)
		return ""
	}
	return once(r.shared, text)
}

// key reads the id of a person.
func (r *scimReader) key(name string) (peer.ExternalID, scimPlace, bool) {
	_, t, ok := r.text(name)
	if !ok {
		return "", placeOf(t), false
	}
	return r.validKey(t)
}

// validKey returns what a token says as the key of a person; the empty text is
// none.
func (r *scimReader) validKey(t strictjson.Token) (peer.ExternalID, scimPlace, bool) {
	key := peer.ExternalID(t.Text())
	if key != "" && !key.Valid() {
		r.fault(t, peer.FaultID)
		return "", placeOf(t), false
	}
	return key, placeOf(t), true
}

func (r *scimReader) id(x *scimResource) {
	key, place, ok := r.key("id")
	x.person.Key, x.places.id, x.idFault = key, place, !ok
}

// schemas refuses what says of itself that it is something else than a user,
// such as a group.
func (r *scimReader) schemas(x *scimResource) {
	r.scan.Name("schemas")
	t := r.scan.Next()
	if t.Kind != strictjson.ListBegin {
		r.fault(t, strictjson.FaultKind)
		r.scan.Skip(t)
		return
	}
	x.user = false
	for t = r.scan.Next(); t.Kind != strictjson.ListEnd && t.Kind != strictjson.End; t = r.scan.Next() {
		switch strings.ToLower(t.Text()) {
		case scimUserSchema:
			x.user = true
		case scimListSchema:
			x.list = true
		}
		r.scan.Skip(t)
	}
}

// active reads the one word that says whether somebody is there. Older
// versions of one large sender write it as a text.
func (r *scimReader) active(x *scimResource) {
	r.scan.Name("active")
	t := r.scan.Next()
	switch {
	case t.Kind == strictjson.True, t.Kind == strictjson.Null, strings.EqualFold(t.Text(), "true"):
		x.person.Status = peer.Active
	case t.Kind == strictjson.False, strings.EqualFold(t.Text(), "false"):
		x.person.Status = peer.Left
	default:
		r.fault(t, FaultSCIMActive)
		r.scan.Skip(t)
	}
}
