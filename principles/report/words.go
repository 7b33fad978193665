package report

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peersupport/peersupport/principles"
)

// noBreak keeps a figure and its unit on one line.
const noBreak = "\u00a0"

// words puts the codes and names of one report into English.
type words struct {
	renderer *principles.Renderer
	of       principles.Report
	voices   map[principles.Voice]string
	sources  []source
	numbers  map[string]int // of sources, by key
}

func newWords(r principles.Report) (*words, error) {
	renderer, err := principles.NewRenderer("en", principles.English(), English())
	if err != nil {
		return nil, err
	}
	w := &words{renderer: renderer, of: r, voices: make(map[principles.Voice]string)}
	for _, v := range r.Voices {
		w.voices[v.Voice] = v.Name
	}
	w.listSources()
	return w, nil
}

// voice returns the name that the report gives to a voice, or else its id in
// words: a register may speak of voices that the framework does not ask.
func (w *words) voice(v principles.Voice) string {
	if name := w.voices[v]; name != "" {
		return name
	}
	return spaced(string(v))
}

func (w *words) voiceList(voices []principles.Voice) string {
	names := make([]string, len(voices))
	for i, v := range voices {
		names[i] = w.voice(v)
	}
	return list(names)
}

// notice returns a notice as a sentence. What is an id in its parameters is
// named.
func (w *words) notice(n principles.Notice) string {
	params := make([]principles.Param, len(n.Params))
	subject := ""
	for i, p := range n.Params {
		params[i] = w.named(p)
		if p.Name() == "subject" && n.Code == principles.CodeRungGap {
			subject = clean(p.Value()) + ", "
		}
	}
	return sentence(capital(subject + w.code(n.Code, params)))
}

func (w *words) notices(all []principles.Notice) []string {
	var sentences []string
	for _, n := range all {
		sentences = append(sentences, w.notice(n))
	}
	return sentences
}

// foreign names a framework that is not the audited one, for behind the name of
// what is of it.
func (w *words) foreign(id principles.FrameworkID) string {
	if id == "" || id == w.of.Framework.ID {
		return ""
	}
	return " (of " + spaced(string(id)) + ")"
}

// code words a code for the coordinator, without a full stop.
func (w *words) code(c principles.Code, params []principles.Param) string {
	return w.renderer.Finding(principles.Finding{
		Verdict: principles.Violated, Code: c, Params: params,
		Audience: principles.To(principles.ReaderCoordinator)}, principles.ReaderCoordinator)
}

// named puts the name in place of an id. The renderer isolates what has to be.
func (w *words) named(p principles.Param) principles.Param {
	number, isNumber := p.Number()
	switch p.Name() {
	case "voice", "higher", "lower":
		return principles.Term(p.Name(), plain(w.voice(principles.Voice(p.Value()))))
	case "stage":
		if w.of.Ladder != nil {
			for _, row := range w.of.Ladder.Rows {
				if string(row.Stage) == p.Value() {
					return principles.Term(p.Name(), plain(row.StageName))
				}
			}
		}
	case "in_charge", "lived":
		if isNumber {
			return principles.Term(p.Name(), plain(w.rung(int(number))))
		}
	}
	return p
}

// rung returns the number of a rung and its name.
func (w *words) rung(number int) string {
	text := strconv.Itoa(number)
	if w.of.Ladder != nil {
		for _, rung := range w.of.Ladder.Rungs {
			if rung.Number == number && rung.Name != "" {
				return text + " (" + rung.Name + ")"
			}
		}
	}
	return text
}

// list joins names as people do.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// spaced writes an id in words.
func spaced(id string) string { return strings.ReplaceAll(id, "_", " ") }

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func small(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// count writes a number with what is counted.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// number writes a figure with at most one decimal, and a real minus.
func number(f float64) string {
	text := strconv.FormatFloat(math.Round(10*f)/10, 'f', -1, 64)
	if text == "-0" {
		return "0"
	}
	return strings.Replace(text, "-", "−", 1)
}

func perCent(f float64) string { return number(f) + noBreak + "%" }
