package strictjson

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// fields are the keys of a struct type by name.
type fields map[string]reflect.Type

// find returns the field of a key: its declared name and type, or why there is
// none.
func (f fields) find(key string, foldKeys bool) (string, reflect.Type, peer.FaultCode) {
	if typ, ok := f[key]; ok {
		return key, typ, ""
	}
	for name, typ := range f {
		if strings.EqualFold(name, key) {
			if foldKeys {
				return name, typ, ""
			}
			return "", nil, FaultKeyCase
		}
	}
	return "", nil, FaultUnknownKey
}

// learn collects the fields of every struct that the type leads to, and
// reports whether all of it can be checked.
func (c *checker) learn(typ reflect.Type) bool {
	if _, done := c.known[typ]; done || readsItself(typ) {
		return true
	}
	c.known[typ] = fields{} // before its parts, since a type may lead to itself
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return c.learn(typ.Elem())
	case reflect.Map:
		return canBeKey(typ.Key()) && c.learn(typ.Elem())
	case reflect.Struct:
		return c.collect(c.known[typ], typ)
	case reflect.Interface:
		return typ.NumMethod() == 0
	case reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer, reflect.Invalid:
		return false
	default:
		return true
	}
}

// canBeKey reports whether encoding/json can read the key of an object as a
// value of the type.
func canBeKey(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	default:
		return reflect.PointerTo(typ).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
	}
}

// collect adds the fields of a struct, and those of structs embedded in it,
// under the names encoding/json gives them.
func (c *checker) collect(into fields, typ reflect.Type) bool {
	for i := range typ.NumField() {
		field := typ.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Tag.Get("json") == "-":
			continue
		case field.Anonymous && name == "" && field.Type.Kind() == reflect.Struct && !readsItself(field.Type):
			if !c.collect(into, field.Type) {
				return false
			}
			continue
		case field.Anonymous && name == "":
			return false // an embedded pointer or interface, which encoding/json would have to make
		case !field.IsExported():
			continue
		case name == "":
			name = field.Name
		}
		if strings.Contains(options, "string") || into.clash(name) || !c.learn(field.Type) {
			return false
		}
		into[name] = field.Type
	}
	return true
}

// clash reports whether there is a field of the name, in this or another case.
func (f fields) clash(name string) bool {
	_, _, code := f.find(name, true)
	return code == ""
}

// readsItself reports whether encoding/json asks the type how to read it.
func readsItself(typ reflect.Type) bool {
	return readsJSON(typ) || reflect.PointerTo(typ).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

func readsJSON(typ reflect.Type) bool {
	return reflect.PointerTo(typ).Implements(reflect.TypeFor[json.Unmarshaler]())
}
