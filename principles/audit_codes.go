package principles

// Codes of notices in a [Report].
const (
	// CodeVoiceNotHeard: a needed voice did not answer, or too few people of it
	// did to be shown; the report never says which. Params: voice.
	CodeVoiceNotHeard Code = "voice_not_heard"
	// CodeNothingUpheld: without all needed voices nothing is reported as
	// upheld.
	CodeNothingUpheld Code = "nothing_upheld_without_voices"
	// CodeNoIndicators: the framework has nothing by which an audit could tell.
	CodeNoIndicators Code = "no_indicators"

	// CodePartsNotKnown: some judged indicators are not known. Params: missing,
	// of.
	CodePartsNotKnown Code = "parts_not_known"
	// CodeOneIsEnough: one judged indicator that is not upheld decides,
	// whatever else is missing.
	CodeOneIsEnough Code = "one_is_enough"
	// CodeNoJudgedIndicator: nothing that is judged serves the principle.
	CodeNoJudgedIndicator Code = "no_judged_indicator"
	// CodeContested: somebody affected does not accept the standing. Params:
	// count, unanswered.
	CodeContested Code = "contested"

	// CodeNoEvidence: nothing was handed over.
	CodeNoEvidence Code = "no_evidence"
	// CodeTooFewOrNone: nobody answered, or too few people did, or are
	// concerned, to say anything; the report never says which.
	CodeTooFewOrNone Code = "too_few_or_none"
	// CodeStale: what was computed is too old to count. Params: until, the last
	// day that it covers.
	CodeStale Code = "stale"
	// CodeExpired: what was attested no longer holds. Params: on, the first day
	// on which it did not.
	CodeExpired Code = "expired"
	// CodeFigureWithheld: the standing may be shown, the figure may not.
	CodeFigureWithheld Code = "figure_withheld"
	// CodeRounded: the figure is rounded, and the exact one, from which the
	// standing follows, lies on the other side of a figure of the criterion.
	CodeRounded Code = "rounded"
	// CodeVoicesDisagree: two voices differ by more than chance explains.
	// Params: higher, lower, which are voices.
	CodeVoicesDisagree Code = "voices_disagree"
	// CodeSelfRatingHigher: supporters rate higher than those they support,
	// which self-ratings are known to do (Chinman et al. 2016).
	CodeSelfRatingHigher Code = "self_rating_higher"

	// CodeNoVariance: all ratings are the same, so that agreement beyond chance
	// is not defined.
	CodeNoVariance Code = "no_variance"

	// CodeOverdue: an action is past its day. Params: days.
	CodeOverdue Code = "overdue"
	// CodeNotCoproduced: an action was not agreed by two voices, one of them of
	// those whom it is about.
	CodeNotCoproduced Code = "not_coproduced"
	// CodeNoAction: nothing was agreed about an open tension.
	CodeNoAction Code = "no_action"
	// CodeOneSeat: a tension is described from fewer than two seats.
	CodeOneSeat Code = "one_seat"
	// CodeUnanswered: a contest has no answer. Params: days.
	CodeUnanswered Code = "unanswered"

	// CodeCoercionReported: somebody reports a rung on which nothing may ever
	// stand. Params: voice.
	CodeCoercionReported Code = "coercion_reported"
	// CodeRungGap: those in charge see it higher, or lower, than those whom it
	// is about, by more than chance explains. Params: subject, if any, stage, in_charge, lived, rungs.
	CodeRungGap Code = "rung_gap"
)

// Codes of a [Change] and a [RungChange].
const (
	ChangeBetter      Code = "better"       // by more than the uncertainty
	ChangeWorse       Code = "worse"        // by more than the uncertainty
	ChangeWithin      Code = "within"       // not beyond the uncertainty
	ChangeCannotTell  Code = "cannot_tell"  // the figures are not shown
	ChangeNew         Code = "new"          // not known before
	ChangeLost        Code = "lost"         // no longer known
	ChangeSame        Code = "same"         // the same standing, nothing more to compare
	ChangeOtherMethod Code = "other_method" // another version or scale: not comparable

	// On a ladder, where a direction is no grade.
	ChangeHigher Code = "higher" // by more than the uncertainty
	ChangeLower  Code = "lower"  // by more than the uncertainty
)

// Codes of an [InputError].
const (
	// CodeInFuture: the day lies after the day of the audit.
	CodeInFuture Code = "in_future"
	// CodeOffScale: the score is not on the scale of its indicator.
	CodeOffScale Code = "off_scale"
	// CodeNotRated: the indicator is not one that is rated.
	CodeNotRated Code = "not_rated"
	// CodeNotAttested: the indicator is not one that is attested.
	CodeNotAttested Code = "not_attested"
	// CodeAmbiguous: several frameworks have an indicator of this name, and none
	// is the audited one.
	CodeAmbiguous Code = "ambiguous"
	// CodeCounts: the counts contradict each other, or are negative.
	CodeCounts Code = "counts"
	// CodeUnknownTension: an action answers a tension that is not registered.
	CodeUnknownTension Code = "unknown_tension"
	// CodeOtherFramework: the previous report is of another framework.
	CodeOtherFramework Code = "other_framework"
)
