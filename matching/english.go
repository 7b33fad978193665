package matching

import "github.com/peersupport/peersupport/principles"

// English returns the English wording of this package's codes, for
// [principles.NewRenderer]. Text may change in any release.
func English() principles.Phrases {
	phrases := principles.Phrases{}
	for code, text := range map[principles.Code]string{
		CodeSamePerson:        "the supporter and the seeker are the same person",
		CodeOtherDirection:    "the two ask each other, and the earlier request goes first",
		CodePrivateBlock:      "a private reason stands in the way",
		CodeDirectReport:      "one of the two manages the other",
		CodeReportingLine:     "one of the two is further up the other's line of authority",
		CodeSharedManager:     "the two have the same manager",
		CodeLineUncertain:     "a manager is not known, so it is open how the two stand to each other",
		CodeReviewer:          "one of the two reviews the other's performance",
		CodeAlreadyPaired:     "one of the two supports the other already",
		CodeEndedRecently:     "support between the two ended not long ago",
		codeEndedBy:           "ended by: {by}",
		CodeSeekerLeft:        "the seeker is no longer in the organisation",
		CodeSupporterLeft:     "the supporter is no longer in the organisation",
		CodeSupporterOnLeave:  "the supporter is on leave",
		CodeNotTrained:        "the supporter's training is missing or out of date",
		CodePaused:            "the supporter is taking a pause",
		CodeNoPlace:           "the supporter has no free place",
		CodePlaceTaken:        "every rule allows it, and the places went to others",
		CodeConsentMissing:    "a condition was stated without consent to use it",
		CodeNoSharedLanguage:  "no shared language",
		CodeLanguageNotKnown:  "the supporter's languages are not known",
		CodeNoSharedMode:      "no shared way to meet",
		CodeModeNotKnown:      "the supporter's ways to meet are not known",
		CodeDifferentLocation: "they would meet in person and work in different places",
		CodeLocationNotKnown:  "they would meet in person and a place of work is not known",
		CodeNoSharedTime:      "no shared time in the week",
		CodeTimeNotKnown:      "the supporter's times are not known",
		CodeMustNotMet:        "a condition of the seeker is not met",
		CodeMustNotKnown:      "a condition of the seeker cannot be answered",
	} {
		phrases[code] = principles.Phrase{Coordinator: text}
	}
	phrases[CodeVeto] = principles.Phrase{Auditor: "not wanted by: {by}"}
	phrases[CodePrivateRelation] = principles.Phrase{Auditor: "a private relation: {kind}"}
	return phrases
}
