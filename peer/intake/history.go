package intake

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// ReadHistory reads a file of support that was or is given, and checks each
// record by itself; [CheckHistory] holds them against an organisation. Error
// and faults are as with [ReadRequests].
func ReadHistory(f tabular.File, o Options) ([]peer.Relationship, tabular.Report, error) {
	t := readHistory(f, o)
	return t.result()
}

func readHistory(f tabular.File, o Options) table[peer.Relationship] {
	v := peer.NewValidator()
	return readTable(f, o.of(historyColumns()), func(r *record, index int) (peer.Relationship, peer.Faults) {
		relationship := peer.Relationship{
			Seeker:    r.id(hisSeeker),
			Supporter: r.id(hisSupporter),
			During: peer.Interval{
				From:  optional(r, hisFrom, peer.ParseDate),
				Until: optional(r, hisUntil, peer.ParseDate),
			},
			EndedBy: peer.NewPrivate(read(r, hisEndedBy, peer.ParseEndedBy)),
		}
		return relationship, v.Relationship(index, relationship)
	})
}
