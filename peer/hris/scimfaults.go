package hris

import "github.com/peersupport/peersupport/peer"

// The codes that SCIM payloads add to those of packages peer and strictjson.
const (
	FaultSCIMUser    peer.FaultCode = "scim_not_a_user"
	FaultSCIMPage    peer.FaultCode = "scim_page_of_more"
	FaultSCIMActive  peer.FaultCode = "scim_active"
	FaultSCIMTwice   peer.FaultCode = "scim_attribute_twice"
	FaultSCIMManager peer.FaultCode = "scim_manager_without_id" // a warning
)

func scimWords(code peer.FaultCode) string {
	switch code {
	case FaultSCIMUser:
		return "the schemas of this resource are not those of a user"
	case FaultSCIMPage:
		return "this is one page of a longer list; people who are not in it would be missing"
	case FaultSCIMActive:
		return "active is neither true nor false"
	case FaultSCIMTwice:
		return "the attribute is given in two forms"
	case FaultSCIMManager:
		return "the manager has no value, so it is not known who that is"
	default: // a code of another package, which has its words
		return ""
	}
}
