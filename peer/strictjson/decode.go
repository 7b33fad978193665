package strictjson

import (
	"encoding/json"
	"errors"
	"io"
	"reflect"

	"github.com/peersupport/peersupport/peer"
)

// ErrTarget is returned when the Go value to be filled is no pointer, or holds
// a type that cannot be checked: a channel, a function, an interface with
// methods, an embedded pointer, a map whose keys are no text or whole numbers, a
// field tagged ",string", two fields of one name but for case. It is a mistake
// in the program, not in the input.
var ErrTarget = errors.New("strictjson: the target is not a pointer to a type that can be checked")

// Decode fills into, a pointer, with the JSON in data, following the field
// tags of encoding/json; what it held before is replaced. When anything is
// wrong it stays as it was and the error is of type [peer.Faults], with
// everything that was found in one pass.
//
// Null is accepted for pointers and interfaces only, a number for a whole
// number only if it is one and fits, a list for an array only if it has its
// length. A type that reads itself (json.Unmarshaler, encoding.TextUnmarshaler)
// is asked; a peer.Fault that it returns keeps its code.
func Decode(data []byte, into any, cfg Config) error {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return ErrTarget
	}
	c := checker{known: map[reflect.Type]fields{}}
	if !c.learn(target.Type().Elem()) {
		return ErrTarget
	}
	c.scan = NewScanner(data, cfg)
	c.value(c.scan.Next(), target.Type().Elem())
	c.scan.Next() // nothing may follow
	if err := c.scan.Faults().Err(); err != nil {
		return err
	}
	fresh := reflect.New(target.Type().Elem())
	if err := json.Unmarshal(c.scan.data, fresh.Interface()); err != nil {
		return peer.Faults{newFault(cfg.Source, FaultValue, 1, 1, "")} // err may quote the input
	}
	target.Elem().Set(fresh.Elem())
	return nil
}

// Read is [Decode] of all that r holds, up to cfg.MaxBytes. An error that is
// not of type [peer.Faults] is ErrTarget or that of r.
func Read(r io.Reader, into any, cfg Config) error {
	data, err := Load(r, cfg)
	if err != nil {
		return err
	}
	return Decode(data, into, cfg)
}

// checker compares JSON with the Go type that is to hold it.
type checker struct {
	scan  *Scanner
	known map[reflect.Type]fields
}

// value checks the value that begins with t.
func (c *checker) value(t Token, typ reflect.Type) {
	for typ.Kind() == reflect.Pointer {
		if t.Kind == Null {
			return
		}
		typ = typ.Elem()
	}
	switch {
	case t.Kind == End:
	case typ == reflect.TypeFor[json.RawMessage]() || typ.Kind() == reflect.Interface:
		c.scan.Skip(t)
	case t.Kind == Null:
		c.refuse(t, FaultNull)
	case readsItself(typ):
		if t.Kind != Text && !readsJSON(typ) {
			c.refuse(t, FaultKind)
			return
		}
		c.scan.Skip(t)
		c.try(t, typ, FaultValue)
	default:
		c.plain(t, typ)
	}
}

// plain checks a value of a type that encoding/json reads by its kind.
func (c *checker) plain(t Token, typ reflect.Type) {
	if !suits(t.Kind, typ) {
		c.refuse(t, FaultKind)
		return
	}
	switch t.Kind {
	case ObjectBegin:
		c.object(typ)
	case ListBegin:
		c.list(t, typ)
	case Number:
		c.try(t, typ, FaultNumber)
	case Text:
		if typ.Kind() == reflect.Slice { // bytes, whose base64 may be wrong
			c.try(t, typ, FaultValue)
		}
	default: // true and false suit as they are
	}
}

// refuse adds a fault and passes over the value, or the member of a key.
func (c *checker) refuse(t Token, code peer.FaultCode) {
	c.scan.Fault(t, code, "")
	c.scan.Skip(t)
}

// suits reports whether a token can be the beginning of a value of the type.
func suits(kind Kind, typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.Struct, reflect.Map:
		return kind == ObjectBegin
	case reflect.Slice:
		if typ.Elem().Kind() == reflect.Uint8 {
			return kind == Text
		}
		return kind == ListBegin
	case reflect.Array:
		return kind == ListBegin
	case reflect.Bool:
		return kind == True || kind == False
	case reflect.String:
		if typ == reflect.TypeFor[json.Number]() {
			return kind == Number
		}
		return kind == Text
	default:
		return kind == Number
	}
}

func (c *checker) list(begin Token, typ reflect.Type) {
	n := 0
	for t := c.scan.Next(); t.Kind != ListEnd && t.Kind != End; t = c.scan.Next() {
		n++
		c.value(t, typ.Elem())
	}
	if typ.Kind() == reflect.Array && n != typ.Len() && !c.scan.stopped {
		c.scan.Fault(begin, FaultKind, "")
	}
}

func (c *checker) object(typ reflect.Type) {
	for t := c.scan.Next(); t.Kind == Key; t = c.scan.Next() {
		if typ.Kind() == reflect.Map {
			c.mapKey(t, typ.Key())
			c.value(c.scan.Next(), typ.Elem())
			continue
		}
		name, field, code := c.known[typ].find(t.Text(), c.scan.cfg.FoldKeys)
		switch {
		case code == "":
			c.scan.Name(name)
			c.value(c.scan.Next(), field)
		case code == FaultUnknownKey && c.scan.cfg.AllowUnknown:
			c.scan.Skip(t)
		default:
			c.refuse(t, code)
		}
	}
}

// mapKey checks a key whose type is not simply text.
func (c *checker) mapKey(t Token, typ reflect.Type) {
	if typ.Kind() == reflect.String && !readsItself(typ) {
		return
	}
	object := append(append([]byte{'{'}, t.raw...), ":null}"...)
	probe := reflect.New(reflect.MapOf(typ, reflect.TypeFor[*int]()))
	if json.Unmarshal(object, probe.Interface()) != nil {
		c.scan.Fault(t, FaultValue, "")
	}
}

// try reads a value by itself, to learn whether its type accepts it.
func (c *checker) try(t Token, typ reflect.Type, code peer.FaultCode) {
	if c.scan.stopped {
		return
	}
	err := json.Unmarshal(c.scan.data[t.from:c.scan.pos], reflect.New(typ).Interface())
	if err == nil {
		return
	}
	if f := (peer.Fault{}); errors.As(err, &f) {
		c.scan.Fault(t, f.Code, f.Words)
		return
	}
	c.scan.Fault(t, code, "")
}
