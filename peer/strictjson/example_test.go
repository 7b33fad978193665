package strictjson_test

import (
	"errors"
	"fmt"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

func ExampleDecode() {
	var request struct {
		Person string `json:"person"`
		Places int    `json:"places"`
	}
	body := `{"person": "P0007", "places": "two", "isAdmin": true}`
	err := strictjson.Decode([]byte(body), &request, strictjson.Config{Source: "body"})
	var faults peer.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f)
		}
	}
	// Output:
	// body:1:31: wrong_kind: /places: a value of another kind is expected
	// body:1:38: unknown_key: the key is not known here
}
