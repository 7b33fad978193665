package peer_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

const secret = "planted-secret"

// logged is the tempting way to hide a value: a string whose only defence is
// slog.LogValuer. It is here to show that the ways below can find a leak.
type logged string

func (logged) LogValue() slog.Value { return slog.StringValue("[private]") }

// silent records failures without passing them on, so that what testify prints
// about a difference can be read.
type silent struct{ printed *bytes.Buffer }

func (s silent) Errorf(format string, args ...any) { fmt.Fprintf(s.printed, format, args...) }
func (silent) FailNow()                            {}

// waysOut returns forty ways in which a value of type T ends up in text by
// accident (R-PRV-16 of the project's requirements).
func waysOut[T any](value, other T) map[string]func() string {
	type exported struct{ Value T }
	type unexported struct{ value T }
	ways := map[string]func() string{}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		for where, v := range map[string]any{
			"alone": value, "in a field": exported{value}, "in an unexported field": unexported{value}, "in a slice": []T{value},
		} {
			ways["fmt "+verb+" "+where] = func() string { return unhex(fmt.Sprintf(verb, v)) }
		}
	}
	ways["json"] = func() string {
		text, err := json.Marshal(exported{value})
		return string(text) + fmt.Sprint(err)
	}
	for format, handler := range map[string]func(*bytes.Buffer) slog.Handler{
		"text": func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
		"json": func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
	} {
		for where, v := range map[string]any{
			"alone": value, "in a field": exported{value}, "in a slice": []T{value}, "in a map": map[string]T{"k": value},
			"in an error": fmt.Errorf("wrapped: %w", holder[T]{value}),
		} {
			ways["slog "+format+" "+where] = func() string {
				var b bytes.Buffer
				slog.New(handler(&b)).Info("message", "key", v)
				return b.String()
			}
		}
	}
	ways["a test's difference"] = func() string {
		var b bytes.Buffer
		require.Equal(silent{&b}, exported{value}, exported{other})
		return b.String()
	}
	return ways
}

// holder is an error that prints what it holds.
type holder[T any] struct{ value T }

func (h holder[T]) Error() string { return fmt.Sprint("holding ", h.value) }

// unhex adds the plain text to what %x wrote.
func unhex(text string) string {
	return strings.ReplaceAll(text, fmt.Sprintf("%x", secret), secret)
}

func leaks[T any](value, other T) []string {
	var found []string
	for name, way := range waysOut(value, other) {
		if strings.Contains(way(), secret) {
			found = append(found, name)
		}
	}
	return found
}

func TestPrivateLeaksInNoneOfFortyWays(t *testing.T) {
	value, other := peer.NewPrivate(secret), peer.NewPrivate("other")
	require.Len(t, waysOut(value, other), 40)
	require.Empty(t, leaks(value, other))
	require.Empty(t, leaks(&value, &other))
	require.Empty(t, leaks(peer.NewPrivate([]string{secret}), peer.NewPrivate([]string{"other"})))
}

// 38 of 40 were measured when the requirement was written; the two that held
// are the value itself handed to slog.
func TestLogValuerAloneLeaksInNearlyEveryWay(t *testing.T) {
	require.Len(t, leaks(logged(secret), logged("other")), 38)
}

func TestPrivateLeaksThroughNoOtherEncoder(t *testing.T) {
	type record struct{ Value peer.Private[string] }
	value := record{peer.NewPrivate(secret)}
	for name, encode := range map[string]func(*bytes.Buffer) error{
		"xml": func(b *bytes.Buffer) error { return xml.NewEncoder(b).Encode(value) },
		"gob": func(b *bytes.Buffer) error { return gob.NewEncoder(b).Encode(value) },
		"template": func(b *bytes.Buffer) error {
			return template.Must(template.New("").Parse(`{{.Value}} {{printf "%#v" .}}`)).Execute(b, value)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			err := encode(&b)
			require.NotContains(t, b.String()+fmt.Sprint(err), secret)
		})
	}
}

func TestRequestAndSupporterLeakNothing(t *testing.T) {
	request := peer.Request{
		Key: "r1", Person: "p1",
		Seeks: peer.NewPrivate(peer.Seeks{Languages: []string{secret}, NotWanted: []peer.ExternalID{secret}}),
		Terms: peer.NewPrivate(peer.Terms{Matching: []peer.Consent{{Item: secret}}}),
	}
	require.Empty(t, leaks(request, peer.Request{}))
	require.Empty(t, leaks(peer.Supporter{Offers: peer.NewPrivate(peer.Offers{Experiences: []string{secret}})}, peer.Supporter{}))
	require.Empty(t, leaks(peer.Relationship{EndedBy: peer.NewPrivate(peer.EndedBy(secret))}, peer.Relationship{}))
}

func TestPrivateRevealsWhatWasPutIn(t *testing.T) {
	require.Equal(t, secret, peer.NewPrivate(secret).Reveal())
	require.False(t, peer.NewPrivate("").IsZero())
}

func TestZeroPrivateHoldsTheZeroValue(t *testing.T) {
	var p peer.Private[[]int]
	require.Nil(t, p.Reveal())
	require.True(t, p.IsZero())
	require.Equal(t, "[private]", fmt.Sprint(p))
}

func TestRedactedTextIsNotReadBack(t *testing.T) {
	p := peer.NewPrivate(secret)
	text, err := json.Marshal(p)
	require.NoError(t, err)
	require.JSONEq(t, `"[private]"`, string(text))
	require.ErrorIs(t, json.Unmarshal(text, &p), peer.ErrRedacted)
	require.Equal(t, secret, p.Reveal(), "the value is still there")
}
