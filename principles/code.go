package principles

// maxName is the longest name in bytes that [Code], [RuleID], [PrincipleID],
// [Event] and the name of a [Param] may have.
const maxName = 64

// Code names a finding, for instance "supporter_at_capacity". Codes are what
// programs, tests and logs rely on; wording belongs to a [Renderer].
type Code string

// Valid reports whether the code is snake_case: words of the letters a to z and
// digits, joined by single underscores, the first beginning with a letter, at
// most 64 bytes in all. The empty code is not valid.
func (c Code) Valid() bool { return snakeCase(string(c)) }

// Codes that this package itself puts on findings.
const (
	// CodeRulePanicked: the rule panicked. What it panicked with is dropped,
	// because it may hold anything, people's data included.
	CodeRulePanicked Code = "rule_panicked"
	// CodeRuleWithoutCode: the rule blocked without a valid code.
	CodeRuleWithoutCode Code = "rule_without_code"
	// CodeUnknownVerdict: the rule answered with a value that is no verdict.
	CodeUnknownVerdict Code = "unknown_verdict"
	// CodeMasked stands for a mask that is no valid code.
	CodeMasked Code = "masked"

	// CodeAllHold: every part of an [All] that applies holds.
	CodeAllHold Code = "all_hold"
	// CodeNotAllHold: at least one part of an [All] is violated.
	CodeNotAllHold Code = "not_all_hold"
	// CodeOneHolds: at least one part of an [Any] holds.
	CodeOneHolds Code = "one_holds"
	// CodeNoneHolds: every part of an [Any] that applies is violated.
	CodeNoneHolds Code = "none_holds"
	// CodeExclusionClear: the rule under a [Not] is violated, as it should be.
	CodeExclusionClear Code = "exclusion_clear"
	// CodeExclusionMet: the rule under a [Not] holds, and should not.
	CodeExclusionMet Code = "exclusion_met"
	// CodeConditionNotMet: the condition of a [When] does not hold, so its
	// rule does not apply.
	CodeConditionNotMet Code = "condition_not_met"
	// CodeConditionUndecided: nobody can tell whether the condition of a
	// [When] holds.
	CodeConditionUndecided Code = "condition_undecided"
	// CodeNoPartApplies: no part of a combination applies.
	CodeNoPartApplies Code = "no_part_applies"
	// CodePartPending: a combination waits for one of its parts.
	CodePartPending Code = "part_pending"
	// CodePartIndeterminate: a combination cannot be decided, because one of
	// its parts cannot.
	CodePartIndeterminate Code = "part_indeterminate"

	// CodeNeutral is the phrase behind [Renderer.Neutral]. No finding has it.
	CodeNeutral Code = "neutral"
)

// RuleID names a rule for good, for instance "hierarchy". It has the form of a
// [Code].
type RuleID string

// Valid reports whether the id has the form described at [Code.Valid].
func (id RuleID) Valid() bool { return snakeCase(string(id)) }

// PrincipleID names a principle, for instance "safe". The eight of [Mutual] to
// [Safe] are a beginning: a programme's own rules may name principles of its own. It
// has the form of a [Code].
type PrincipleID string

// Valid reports whether the id has the form described at [Code.Valid].
func (id PrincipleID) Valid() bool { return snakeCase(string(id)) }

// Event names something that could change a finding, for instance
// "capacity_freed" or "consent_given". It has the form of a [Code].
type Event string

// Valid reports whether the event has the form described at [Code.Valid].
func (e Event) Valid() bool { return snakeCase(string(e)) }

func snakeCase(s string) bool {
	if s == "" || len(s) > maxName || s[0] < 'a' || s[0] > 'z' || s[len(s)-1] == '_' {
		return false
	}
	for i := 1; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == '_' && s[i-1] != '_':
		default:
			return false
		}
	}
	return true
}
