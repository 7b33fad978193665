package peer

// The codes of everything that can be wrong with people, organisation,
// requests and supporters. Packages that read files add their own.
const (
	FaultID               FaultCode = "invalid_id"
	FaultIDMissing        FaultCode = "missing_id"
	FaultIDDuplicate      FaultCode = "duplicate_id"
	FaultIDAlike          FaultCode = "ids_alike"
	FaultIDCase           FaultCode = "id_case_mismatch"
	FaultDate             FaultCode = "invalid_date"
	FaultInterval         FaultCode = "reversed_interval"
	FaultSelfManager      FaultCode = "own_manager"
	FaultCycle            FaultCode = "reporting_cycle"
	FaultTooDeep          FaultCode = "too_deep"
	FaultManagerUnknown   FaultCode = "unknown_manager"
	FaultSeveralTops      FaultCode = "several_tops"
	FaultRootUnknown      FaultCode = "unknown_root"
	FaultRootHasManager   FaultCode = "root_has_manager"
	FaultPersonUnknown    FaultCode = "unknown_person"
	FaultRelationKind     FaultCode = "unknown_relation_kind"
	FaultRelationSelf     FaultCode = "relation_to_self"
	FaultTooManyRelations FaultCode = "too_many_relations"
	FaultStatus           FaultCode = "unknown_status"
	FaultRequired         FaultCode = "required"
	FaultRange            FaultCode = "out_of_range"
	FaultItem             FaultCode = "invalid_item"
	FaultRepeated         FaultCode = "repeated"
	FaultZone             FaultCode = "unknown_time_zone"
	FaultSlot             FaultCode = "invalid_time_slot"
	FaultMode             FaultCode = "unknown_mode"
	FaultJourney          FaultCode = "unknown_journey"
	FaultEndedBy          FaultCode = "unknown_ended_by"
	FaultForm             FaultCode = "unknown_form"
	FaultPay              FaultCode = "unknown_pay"
	FaultSector           FaultCode = "unknown_sector"
	FaultDimension        FaultCode = "unknown_dimension"
	FaultSetting          FaultCode = "unknown_setting"
	FaultFunction         FaultCode = "unknown_function"
	FaultActivity         FaultCode = "unknown_activity"
	FaultSecondRequest    FaultCode = "second_request"
	FaultSecondSupporter  FaultCode = "second_supporter"
	FaultFutureRequest    FaultCode = "asked_after_round"
	FaultText             FaultCode = "invalid_text"
)

// words is the English of a code of this package.
func (c FaultCode) words() string {
	switch c {
	case FaultID:
		return "not an identifier: 1 to 128 visible characters without comma, quote, bar or space at an end"
	case FaultIDMissing:
		return "an identifier is missing"
	case FaultIDDuplicate:
		return "this identifier occurs more than once"
	case FaultIDAlike:
		return "identifiers differ only in case or Unicode form"
	case FaultIDCase:
		return "the identifier is known only in another case or Unicode form"
	case FaultDate:
		return "not a date of the form YYYY-MM-DD from 1900 to 2200"
	case FaultInterval:
		return "the end lies before the beginning"
	case FaultSelfManager:
		return "a person cannot be their own manager"
	case FaultCycle:
		return "these people report to one another in a circle"
	case FaultTooDeep:
		return "the reporting chain is deeper than allowed"
	case FaultManagerUnknown:
		return "the manager is not among the people, so the chain above is unknown"
	case FaultSeveralTops:
		return "more than one person has no manager; pairs across them stay open until the tops are declared"
	case FaultRootUnknown:
		return "a declared top is not among the people"
	case FaultRootHasManager:
		return "a declared top has a manager"
	case FaultPersonUnknown:
		return "the person is not among the people"
	case FaultRelationKind:
		return "not a known kind of relation"
	case FaultRelationSelf:
		return "a relation needs two people"
	case FaultTooManyRelations:
		return "too many relations for one person"
	case FaultStatus:
		return "not a known status"
	default:
		return c.profileWords()
	}
}

func (c FaultCode) profileWords() string {
	switch c {
	case FaultRequired:
		return "a value is required"
	case FaultRange:
		return "the value is outside its range"
	case FaultItem:
		return "not a well-formed item"
	case FaultRepeated:
		return "the entry is repeated"
	case FaultZone:
		return "not a known time zone"
	case FaultSlot:
		return "not a weekly time slot such as mon 09:00-12:00"
	case FaultMode:
		return "not a known mode of contact"
	case FaultJourney:
		return "not a known place in the journey"
	case FaultEndedBy:
		return "not a known way of ending"
	case FaultForm, FaultPay, FaultSector, FaultDimension, FaultSetting, FaultFunction, FaultActivity:
		return c.roleWords()
	case FaultSecondRequest:
		return "one person has more than one request in this round"
	case FaultSecondSupporter:
		return "one person is listed as a supporter more than once"
	case FaultFutureRequest:
		return "the request is dated after the day of the round; it counts as asked on that day"
	case FaultText:
		return "the text holds characters that are not allowed"
	}
	return "not accepted"
}

func (c FaultCode) roleWords() string {
	switch c {
	case FaultForm:
		return "not a known form of peer support"
	case FaultPay:
		return "not a known kind of pay"
	case FaultSector:
		return "not a known sector"
	case FaultDimension:
		return "not a known value of the dimension"
	case FaultSetting:
		return "not a known setting"
	case FaultFunction:
		return "not a known function of peer workers"
	default:
		return "not a known activity of peer specialists"
	}
}
