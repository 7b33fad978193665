package intake_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// scale is by how much the counts of heavy tests are multiplied.
func scale(t *testing.T) int {
	t.Helper()
	text := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if text == "" {
		return 1
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

func file(name, text string) tabular.File {
	return tabular.File{Name: name, Reader: strings.NewReader(text)}
}

func date(t *testing.T, text string) peer.Date {
	t.Helper()
	d, err := peer.ParseDate(text)
	require.NoError(t, err)
	return d
}

// place is where a fault is and what it is.
type place struct {
	source       string
	line, column int
	code         peer.FaultCode
}

func places(err error) []place {
	faults, _ := err.(peer.Faults) //nolint:errorlint // the error itself is documented to be of this type
	var list []place
	for _, f := range faults {
		list = append(list, place{f.Source, f.Line, f.Column, f.Code})
	}
	return list
}

// company is an organisation of a few synthetic people: ana above ben, chi and
// dee; ben2 is another record of ben; eve has left.
func company(t *testing.T) *peer.Organisation {
	t.Helper()
	org, err := peer.NewOrganisation([]peer.Person{
		{Key: "ana"}, {Key: "ben", Manager: "ana"}, {Key: "ben2", Manager: "ana", SameAs: "ben"},
		{Key: "chi", Manager: "ana"}, {Key: "dee", Manager: "ana"}, {Key: "eve", Manager: "ana", Status: peer.Left},
	}, nil, peer.OrganisationConfig{})
	require.NoError(t, err)
	return org
}
