package intake

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// ReadRequests reads a file of requests and checks them by themselves and
// against one another; [CheckRequests] holds them against an organisation. The
// error is of type peer.Faults with every fault of the file, or that of the
// stream; with an error no request is returned.
func ReadRequests(f tabular.File, o Options) ([]peer.Request, tabular.Report, error) {
	t := readRequests(f, o)
	return t.result()
}

func readRequests(f tabular.File, o Options) table[peer.Request] {
	v := peer.NewValidator()
	t := readTable(f, o.of(requestColumns()), func(r *record, index int) (peer.Request, peer.Faults) {
		request := readRequest(r)
		return request, v.Request(index, request)
	})
	t.add(sameRequests(t.rows))
	return t
}

func readRequest(r *record) peer.Request {
	return peer.Request{
		Key:    r.id(reqID),
		Person: r.id(reqPerson),
		Asked:  optional(r, reqAsked, peer.ParseDate),
		Seeks: peer.NewPrivate(peer.Seeks{
			Experiences:  entries(r, reqExperiences, parseExperienceWish),
			Attributes:   entries(r, reqAttributes, parseAttributeWish),
			Languages:    entries(r, reqLanguages, parseTag),
			Modes:        entries(r, reqModes, peer.ParseMode),
			Availability: r.availability(reqAvailability, reqTimezone),
			Stage:        optional(r, reqJourney, parseStage),
			JourneyWish:  read(r, reqJourneyWish, peer.ParseJourneyWish),
			Preferred:    entries(r, reqPreferred, parseID),
			NotWanted:    entries(r, reqNotWanted, parseID),
		}),
		Terms: r.terms(reqConsent, reqRelease),
	}
}

// sameRequests reports request ids that occur again, as they are or alike.
func sameRequests(requests []peer.Request) peer.Faults {
	var faults peer.Faults
	first := map[string]peer.ExternalID{}
	for i, r := range requests {
		if !r.Key.Valid() {
			continue
		}
		earlier, ok := first[r.Key.Fold()]
		switch {
		case !ok:
			first[r.Key.Fold()] = r.Key
		case earlier == r.Key:
			faults = append(faults, place("requests", i, "request_id", peer.FaultIDDuplicate, r.Key))
		default:
			faults = append(faults, place("requests", i, "request_id", peer.FaultIDAlike, earlier, r.Key))
		}
	}
	return faults
}

func place(list string, index int, field string, code peer.FaultCode, ids ...peer.ExternalID) peer.Fault {
	return peer.Fault{Code: code, List: list, Index: index, Field: field, IDs: ids}
}
