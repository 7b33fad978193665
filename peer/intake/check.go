package intake

import (
	"github.com/peersupport/peersupport/peer"
)

// checker holds what was read against an organisation.
type checker struct {
	org    *peer.Organisation
	list   string
	index  int
	faults peer.Faults
}

func (c *checker) fault(field string, code peer.FaultCode, ids ...peer.ExternalID) {
	c.faults = append(c.faults, place(c.list, c.index, field, code, ids...))
}

func (c *checker) warn(field string, f peer.Fault) {
	f.List, f.Index, f.Field, f.Warning = c.list, c.index, field, true
	c.faults = append(c.faults, f)
}

// person finds somebody without whom the record has no meaning.
func (c *checker) person(field string, key peer.ExternalID) (peer.Node, bool) {
	node, ok := c.org.Node(key)
	switch {
	case ok || !key.Valid(): // that a key is not valid was found when it was read
	case len(c.org.NodesAlike(key)) > 0:
		c.fault(field, peer.FaultIDCase)
	default:
		c.fault(field, peer.FaultPersonUnknown)
	}
	return node, ok
}

// mention looks for people without whom the record still has a meaning: they
// may have left the organisation since.
func (c *checker) mention(field string, keys ...peer.ExternalID) {
	for _, key := range keys {
		if key.Valid() && len(c.org.NodesAlike(key)) == 0 {
			c.warn(field, peer.Fault{Code: peer.FaultPersonUnknown})
			return
		}
	}
}

// exact is as mention, and remarks on people who are known only in another
// case too: unlike a veto, a preference counts for the exact key only.
func (c *checker) exact(field string, keys ...peer.ExternalID) {
	c.mention(field, keys...)
	for _, key := range keys {
		if _, ok := c.org.Node(key); !ok && len(c.org.NodesAlike(key)) > 0 {
			c.warn(field, peer.Fault{Code: peer.FaultIDCase})
			return
		}
	}
}

// human returns the node that stands for all records of one human being.
func (c *checker) human(n peer.Node) peer.Node { return c.org.Accounts(n)[0] }

// left remarks on somebody who has left.
func (c *checker) left(field string, n peer.Node) {
	if c.org.Status(n) == peer.Left {
		c.warn(field, fault(FaultLeft))
	}
}

// CheckRequests holds requests against the organisation and returns faults by
// index and field: people who are not known, and human beings with more than
// one request. Of people who are only mentioned, as preferred or not wanted, an
// unknown one is a warning.
func CheckRequests(org *peer.Organisation, requests []peer.Request) peer.Faults {
	c := &checker{org: org, list: "requests"}
	first := map[peer.Node]peer.ExternalID{}
	for i, r := range requests {
		c.index = i
		if n, ok := c.person("person_id", r.Person); ok {
			c.left("person_id", n)
			if earlier, again := first[c.human(n)]; again {
				c.fault("person_id", peer.FaultSecondRequest, earlier, r.Key)
			} else {
				first[c.human(n)] = r.Key
			}
		}
		seeks := r.Seeks.Reveal()
		c.exact("preferred", seeks.Preferred...)
		c.mention("not_wanted", seeks.NotWanted...)
	}
	return c.faults
}

// CheckSupporters holds supporters against the organisation as [CheckRequests]
// does requests.
func CheckSupporters(org *peer.Organisation, supporters []peer.Supporter) peer.Faults {
	c := &checker{org: org, list: "supporters"}
	listed := map[peer.Node]bool{}
	for i, s := range supporters {
		c.index = i
		if n, ok := c.person("person_id", s.Person); ok {
			c.left("person_id", n)
			if listed[c.human(n)] {
				c.fault("person_id", peer.FaultSecondSupporter)
			}
			listed[c.human(n)] = true
		}
		c.mention("not_paired_with", s.Offers.Reveal().NotPairedWith...)
	}
	return c.faults
}

// CheckHistory holds a history against the organisation and returns faults by
// index and field. Unknown people are warnings: they may have left. A person
// known only in another case is a fault, as the pair would silently count as
// new.
func CheckHistory(org *peer.Organisation, history []peer.Relationship) peer.Faults {
	c := &checker{org: org, list: "history"}
	for i, r := range history {
		c.index = i
		c.past("request_person_id", r.Seeker)
		c.past("supporter_person_id", r.Supporter)
	}
	return c.faults
}

func (c *checker) past(field string, key peer.ExternalID) {
	if _, ok := c.org.Node(key); !ok && len(c.org.NodesAlike(key)) > 0 {
		c.fault(field, peer.FaultIDCase)
		return
	}
	c.mention(field, key)
}
