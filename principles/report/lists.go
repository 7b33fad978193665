package report

import (
	"reflect"

	"github.com/peersupport/peersupport/principles"
)

// withoutEmptyLists makes every list without entries nil, so that a report
// written and read again is the same value. It owns the report that it changes.
func withoutEmptyLists(r principles.Report) principles.Report {
	dropEmpty(reflect.ValueOf(&r).Elem())
	return r
}

func dropEmpty(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			dropEmpty(v.Elem())
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			dropEmpty(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				dropEmpty(v.Field(i))
			}
		}
	}
}
