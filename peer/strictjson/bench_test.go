package strictjson_test

import (
	"strings"
	"testing"

	"github.com/peersupport/peersupport/peer/strictjson"
)

func BenchmarkDecode(b *testing.B) {
	one := `{"id":"007","role":"seeker","urgent":true,"places":3,"people":["a","b"],"since":"2026-01-05","inner":{"name":"n"}}`
	text := []byte("[" + strings.Repeat(one+",", 999) + one + "]")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var bodies []body
		if err := strictjson.Decode(text, &bodies, strictjson.Config{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeDeepNonsense(b *testing.B) {
	text := []byte(strings.Repeat("[", 10_001))
	for b.Loop() {
		var free any
		if err := strictjson.Decode(text, &free, strictjson.Config{}); err == nil {
			b.Fatal("accepted")
		}
	}
}
