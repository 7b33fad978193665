package hris

import "strings"

// ignore lists the name of an attribute that is not read, if it is a name.
func (r *scimReader) ignore(name string) {
	const most, longest = 100, 128
	folded := strings.ToLower(name)
	if r.ignored[folded] || len(r.ignored) >= most || len(name) > longest || !attributeName(name) {
		return
	}
	r.ignored[folded] = true
	r.report.Ignored = append(r.report.Ignored, name)
}

// attributeName reports whether a name is one as RFC 7643 section 2.1 has it,
// or one with the URN of a schema before it.
func attributeName(name string) bool {
	for i, c := range []byte(name) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || strings.IndexByte("-_:.$", c) >= 0):
		default:
			return false
		}
	}
	return name != ""
}
