package intake

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// ReadSupporters reads a file of supporters and checks them by themselves and
// against one another; [CheckSupporters] holds them against an organisation.
// Error and faults are as with [ReadRequests].
func ReadSupporters(f tabular.File, o Options) ([]peer.Supporter, tabular.Report, error) {
	t := readSupporters(f, o)
	return t.result()
}

func readSupporters(f tabular.File, o Options) table[peer.Supporter] {
	v := peer.NewValidator()
	t := readTable(f, o.of(supporterColumns()), func(r *record, index int) (peer.Supporter, peer.Faults) {
		supporter := readSupporter(r)
		return supporter, v.Supporter(index, supporter)
	})
	t.add(sameSupporters(t.rows))
	return t
}

func readSupporter(r *record) peer.Supporter {
	return peer.Supporter{
		Person:       r.id(supPerson),
		Capacity:     r.capacity(),
		TargetLoad:   optional(r, supTarget, target),
		TrainedUntil: optional(r, supTrained, peer.ParseDate),
		PausedUntil:  optional(r, supPaused, peer.ParseDate),
		Offers: peer.NewPrivate(peer.Offers{
			Experiences:   entries(r, supExperiences, parseTag),
			Attributes:    entries(r, supAttributes, parseAttribute),
			Languages:     entries(r, supLanguages, parseTag),
			Modes:         entries(r, supModes, peer.ParseMode),
			Availability:  r.availability(supAvailability, supTimezone),
			Stage:         optional(r, supJourney, parseStage),
			NotPairedWith: entries(r, supNotPaired, parseID),
		}),
		Terms: r.terms(supConsent, supRelease),
	}
}

// capacity must be stated: nobody is given people to support by an empty field,
// and nobody is taken out by one.
func (r *record) capacity() int {
	if r.table.Field(supCapacity) == "" {
		r.refuse(supCapacity, peer.Fault{Code: peer.FaultRequired})
		return 0
	}
	return read(r, supCapacity, number)
}

// target reads the load that a supporter would like. None at all is what a
// pause or a capacity of 0 says; here it would be read as no wish.
func target(text string) (int, error) {
	n, err := number(text)
	if err == nil && n == 0 {
		err = peer.Fault{Code: peer.FaultRange}
	}
	return n, err
}

// sameSupporters reports people who are listed again.
func sameSupporters(supporters []peer.Supporter) peer.Faults {
	var faults peer.Faults
	seen := map[peer.ExternalID]bool{}
	for i, s := range supporters {
		if s.Person != "" && seen[s.Person] {
			faults = append(faults, place("supporters", i, "person_id", peer.FaultSecondSupporter))
		}
		seen[s.Person] = true
	}
	return faults
}
