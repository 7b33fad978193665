package principles

// English returns the English wording of the codes that this package puts on
// findings, and of [CodeNeutral]. The map is a fresh one each time: to reword a
// code, change it before it goes to [NewRenderer].
func English() Phrases {
	return Phrases{
		CodeRulePanicked:       {Coordinator: "The rule failed and could not be judged"},
		CodeRuleWithoutCode:    {Coordinator: "The rule gave no usable reason and counts as not judged"},
		CodeUnknownVerdict:     {Coordinator: "The rule gave no usable verdict and counts as not judged"},
		CodeMasked:             {Coordinator: "Something that must stay private stands in the way"},
		CodeAllHold:            {Coordinator: "Everything required is given"},
		CodeNotAllHold:         {Coordinator: "Not everything required is given"},
		CodeOneHolds:           {Coordinator: "At least one of the alternatives is given"},
		CodeNoneHolds:          {Coordinator: "None of the alternatives is given"},
		CodeExclusionClear:     {Coordinator: "What must not be the case is not the case"},
		CodeExclusionMet:       {Coordinator: "What must not be the case is the case"},
		CodeConditionNotMet:    {Coordinator: "The rule does not apply, because its condition is not met"},
		CodeConditionUndecided: {Coordinator: "Nobody can tell yet whether the rule applies"},
		CodeNoPartApplies:      {Coordinator: "No part of the rule applies"},
		CodePartPending:        {Coordinator: "Part of the rule waits for an answer"},
		CodePartIndeterminate:  {Coordinator: "Part of the rule could not be judged"},
		CodeNeutral: {Coordinator: "People are told about a pair that is proposed to them, and about nothing else, " +
			"whatever the reason. This says nothing about the person who asks. " +
			"A request without a proposal stays open for the rounds to come, and the coordinator can be asked " +
			"about other support, inside or outside the organisation, at any time."},
	}
}
