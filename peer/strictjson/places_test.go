package strictjson_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

const shelf = `{
  "name": "x",
  "books": [
    {"title": "a", "pages": [1, 22, 3]},
    {"title": "b"}, []
  ]
}`

func TestPlacesFindWhereAValueBegins(t *testing.T) {
	at := strictjson.Index([]byte(shelf), strictjson.Config{Source: "shelf.json"})
	for path, want := range map[string][2]int{
		"":                  {1, 1},
		"name":              {2, 11},
		"books":             {3, 12},
		"books[0]":          {4, 5},
		"books[0].title":    {4, 15},
		"books[0].pages[1]": {4, 33},
		"books[0].pages[9]": {4, 29}, // left out: the nearest thing around it
		"books[1].pages[1]": {5, 5},
		"books[1].title":    {5, 15},
		"books[2]":          {5, 21},
		"books[2][0].title": {5, 21},
		"books[7].title":    {3, 12},
		"authors":           {1, 1},
		"name.first":        {2, 11},
		".":                 {1, 1},
		"[":                 {1, 1},
	} {
		f := at.Fault(path, "odd", "it is odd")
		require.Equal(t, want, [2]int{f.Line, f.Column}, path)
		require.Equal(t, peer.Fault{Code: "odd", Source: "shelf.json", Line: want[0], Column: want[1], Field: path, Words: "it is odd"}, f)
	}
}

func TestPlacesPassOverAByteOrderMark(t *testing.T) {
	at := strictjson.Index([]byte("\uFEFF"+shelf), strictjson.Config{AllowMark: true})

	f := at.Fault("name", strictjson.FaultValue, "")
	require.Equal(t, [2]int{2, 11}, [2]int{f.Line, f.Column})
	require.NotEmpty(t, f.Words, "a code of this package has its words")
}

func TestNoPlacesGiveNoLine(t *testing.T) {
	require.Equal(t, peer.Fault{Code: "odd", Field: "books[0].title", Words: "it is odd"},
		strictjson.Places{}.Fault("books[0].title", "odd", "it is odd"))
}

func TestPlacesOfWhatIsNoJSONAreTheBeginning(t *testing.T) {
	for _, text := range []string{"", "]", "nonsense", "\xff"} {
		f := strictjson.Index([]byte(text), strictjson.Config{}).Fault("a.b", "odd", "it is odd")
		require.Equal(t, [2]int{1, 1}, [2]int{f.Line, f.Column}, text)
	}
}

// FuzzIndex holds that any bytes can be indexed and any path be looked up, in
// no more memory than the input has values.
func FuzzIndex(f *testing.F) {
	f.Add([]byte(shelf), "books[0].pages[1]")
	f.Add([]byte(`[[{"":[{}]}],{"a":1,"A":2}`), "[0][0].[0]")
	f.Add([]byte(`{"a":`), "a")
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		fault := strictjson.Index(data, strictjson.Config{}).Fault(path, "odd", "it is odd")
		require.Positive(t, fault.Line)
		require.Positive(t, fault.Column)
	})
}

func BenchmarkIndexOfDeepPaths(b *testing.B) {
	text := []byte(strings.Repeat(`{"`+strings.Repeat("k", 1000)+`":`, 49) + "[" + strings.Repeat("1,", 999) + "1]" + strings.Repeat("}", 49))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if strictjson.Index(text, strictjson.Config{}).Fault("x", "odd", "").Line != 1 {
			b.Fatal("no place")
		}
	}
}

func ExampleIndex() {
	text := []byte(`{"people": ["P1",` + "\n" + `            "P2"]}`)
	cfg := strictjson.Config{Source: "round.json"}
	var round struct {
		People []string `json:"people"`
	}
	if err := strictjson.Decode(text, &round, cfg); err != nil {
		fmt.Println(err)
		return
	}
	at := strictjson.Index(text, cfg)
	fmt.Println(at.Fault("people[1]", "unknown_person", "the person is not among the people"))
	// Output:
	// round.json:2:13: unknown_person: people[1]: the person is not among the people
}
