package strictjson

import (
	"bytes"
	"strings"
	"unicode"
)

// keySet is the keys of one object, by case-folded text. Few keys are compared
// one by one, which costs no memory; many go into a map, so that an object
// with a great many keys takes no quadratic time.
type keySet struct {
	few  [][]byte // the texts within their quotes
	many map[string]bool
}

const fewKeys = 16

// add adds the key of a quoted text and reports whether it is new.
func (k *keySet) add(raw []byte) bool {
	key := raw[1 : len(raw)-1]
	if bytes.IndexByte(key, '\\') >= 0 {
		key = []byte(unquote(raw))
	}
	if k.many == nil {
		for _, other := range k.few {
			if bytes.EqualFold(other, key) {
				return false
			}
		}
		if k.few = append(k.few, key); len(k.few) > fewKeys {
			k.many = make(map[string]bool, 2*len(k.few))
			for _, other := range k.few {
				k.many[fold(string(other))] = true
			}
		}
		return true
	}
	folded := fold(string(key))
	if k.many[folded] {
		return false
	}
	k.many[folded] = true
	return true
}

// fold gives texts that are equal under simple case folding, as
// strings.EqualFold and encoding/json see it, one form: the least rune of each
// orbit.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, text)
}
