package report

import "github.com/peersupport/peersupport/principles"

// English returns the English wording of the codes of a report: its notices and
// its changes. Together with [principles.English] it makes a
// [principles.Renderer]. Voices and stages in parameters are ids; the functions
// of this package put the names that the report carries in their place. The map
// is a fresh one each time: to reword a code, change it.
func English() principles.Phrases {
	all := principles.Phrases{}
	for _, some := range []map[principles.Code]string{
		aboutVoices(), aboutEvidence(), aboutAgenda(), aboutChange(),
	} {
		for code, words := range some {
			all[code] = principles.Phrase{Coordinator: words}
		}
	}
	return all
}

// aboutVoices words what there is to say about who was heard.
func aboutVoices() map[principles.Code]string {
	return map[principles.Code]string{
		principles.CodeVoiceNotHeard: "Not heard: {voice}. Either nobody of them answered, or too few did to be " +
			"shown; a report never says which",
		principles.CodeNothingUpheld: "Because a voice that is needed was not heard, nothing is reported as upheld",
		principles.CodeVoicesDisagree: "Seen differently, by more than chance explains: {higher} rate it higher " +
			"than {lower}",
		principles.CodeSelfRatingHigher: "Those who give support rate it higher than those who receive it, as is " +
			"known of self-ratings (Chinman et al. 2016)",
		principles.CodeCoercionReported: "Among {voice}, somebody reports a rung on which nothing may ever stand; " +
			"please look into this first",
		principles.CodeRungGap: "{stage}: those in charge see it on rung {in_charge}, those whom it is about on " +
			"rung {lived} (rungs apart: {rungs})",
		principles.CodeNoVariance: "Everybody gave the same rating, so agreement beyond chance is not defined",
	}
}

// aboutEvidence words on what a standing rests, or why there is none.
func aboutEvidence() map[principles.Code]string {
	return map[principles.Code]string{
		principles.CodeNoIndicators:  "The framework names no indicators, so an audit has nothing to tell by",
		principles.CodePartsNotKnown: "Not known yet: {missing} of {of} judged indicators",
		principles.CodeOneIsEnough: "One indicator that is not upheld decides, whatever the others may turn out " +
			"to be",
		principles.CodeNoJudgedIndicator: "No indicator is judged here, so how it stands cannot be known",
		principles.CodeNoEvidence:        "Nothing was handed over about this",
		principles.CodeTooFewOrNone:      "Nobody answered, or too few people for anything to be shown; a report never says which",
		principles.CodeStale:             "What was counted is too old: it ends on {until}",
		principles.CodeExpired:           "What was attested no longer holds: it ran out on {on}",
		principles.CodeRounded:           "The figure is rounded; the standing follows the exact one, which lies just on the other side",
		principles.CodeFigureWithheld:    "Figure not shown, to protect people",
	}
}

// aboutAgenda words what there is to say about tensions, actions and contests.
func aboutAgenda() map[principles.Code]string {
	return map[principles.Code]string{
		principles.CodeContested: "Somebody affected does not accept this as it is reported (objections: {count}, " +
			"of these without an answer: {unanswered})",
		principles.CodeUnanswered:    "No answer yet (days since it was raised: {days})",
		principles.CodeOverdue:       "Past the agreed day (days since then: {days})",
		principles.CodeNotCoproduced: "Not yet agreed together with those whom it is about",
		principles.CodeNoAction:      "Nothing has been agreed about this yet",
		principles.CodeOneSeat:       "Described from fewer than two seats; how does it look from another one?",
	}
}

// aboutChange words how something differs from the previous report.
func aboutChange() map[principles.Code]string {
	return map[principles.Code]string{
		principles.ChangeBetter:      "Better, by more than the uncertainty",
		principles.ChangeWorse:       "Worse, by more than the uncertainty",
		principles.ChangeWithin:      "No change beyond the uncertainty",
		principles.ChangeCannotTell:  "Cannot be told, because figures are not shown",
		principles.ChangeNew:         "Not known before, known now",
		principles.ChangeLost:        "Known before, not known any more",
		principles.ChangeSame:        "The same as before",
		principles.ChangeOtherMethod: "Not comparable with before: another version, scale or way of counting",
		principles.ChangeHigher:      "Higher, by more than the uncertainty",
		principles.ChangeLower:       "Lower, by more than the uncertainty",
	}
}
