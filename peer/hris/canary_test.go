package hris_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer/hris"
)

// canary is planted where somebody typed something; ids that are well formed
// are named in faults on purpose.
const canary = "kanarie"

func TestNothingThatWasTypedIsInFaultsOrReport(t *testing.T) {
	for name, people := range map[string]string{
		"no header":           canary + "," + canary + "1\n" + canary + "2,x\n",
		"dropped columns":     "person_id,manager_id,name\n1,," + canary + "\n2,2," + canary + "\n",
		"team and location":   "person_id,manager_id,team,location\n1,," + canary + "\x01," + canary + "\xFF\n",
		"malformed id":        "person_id,manager_id\n\"" + canary + ",\",\n2," + canary + "\n",
		"unknown manager":     "person_id,manager_id\n1,\n2," + canary + "\n",
		"status":              "person_id,manager_id,status\n1,," + canary + "\n",
		"too many fields":     "person_id,manager_id\n1,," + canary + "\n",
		"bare quote":          "person_id,manager_id\n1,\n" + canary + "\"" + canary + ",1\n",
		"open quote":          "person_id,manager_id\n1,\n\"" + canary + ",1\n",
		"too long":            "person_id,manager_id\n1,\n\"" + strings.Repeat(canary, 10_000) + ",1\n",
		"another account":     "person_id,manager_id,same_as\n1,," + canary + "\n",
		"look-alike headings": "person_id,m\u0430nager_id," + canary + "\n1,2,3\n",
	} {
		t.Run(name, func(t *testing.T) {
			i := importText(people, "person_id,other_id,kind,from\n1,"+canary+","+canary+","+canary+"\n", hris.Options{})
			require.Error(t, i.err)
			require.NotContains(t, fmt.Sprintf("%v %+v %#v", i.err, i.report, i.faults), canary)
		})
	}
}
