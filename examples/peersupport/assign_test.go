package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnInstanceThatIsNoneIsRefusedWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		place string
	}{
		"costs beyond all sums":  {[]string{"2", "9223372036854775807 1", "1 1"}, ":1:1: invalid_instance:"},
		"fewer arcs than stated": {[]string{"p asn 4 2", "n 1", "n 2", "a 1 3 5"}, ":5:1: invalid_instance:"},
		"an arc twice":           {[]string{"p asn 2 2", "n 1", "a 1 2 5", "a 1 2 3"}, ":4:1: invalid_instance:"},
		"an empty line":          {nil, ":2:1: invalid_instance:"},
	} {
		t.Run(name, func(t *testing.T) {
			in := newFolder(t).write("instance.asn", c.lines...)
			r := call(t, "assign", "-in", in)
			require.Equal(t, exitBadInput, r.status)
			require.Contains(t, r.err, in+c.place)
			require.Empty(t, r.out)
		})
	}
}

func TestPlacesOfColumnsComeFromTheCommandLine(t *testing.T) {
	in := newFolder(t).write("instance.txt", "2", "5 9", "1 9")
	for capacity, served := range map[string]string{"0": "served      0\n", "1": "served      2\ncost        10\n", "2,0": "served      2\ncost        6\n"} {
		r := call(t, "assign", "-in", in, "-capacity", capacity)
		require.Equal(t, exitDone, r.status, r.err)
		require.Contains(t, r.out, served)
		require.Contains(t, r.out, "certificate holds\n")
	}
}
