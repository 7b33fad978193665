package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// maxPolicyBytes is the largest policy file.
const maxPolicyBytes = 1 << 20

// Codes of faults in a policy file, beside those of matching.
const (
	faultPolicySyntax  peer.FaultCode = "policy_syntax"
	faultPolicyKey     peer.FaultCode = "unknown_key"
	faultPolicyTwice   peer.FaultCode = "repeated_key"
	faultPolicyAlias   peer.FaultCode = "alias"
	faultPolicyValue   peer.FaultCode = "wrong_kind"
	faultPolicyNesting peer.FaultCode = "too_nested"
)

// readPolicy reads the policy file, if any, and the ladder of -objectives.
func (in *inputs) readPolicy() (matching.Policy, error) {
	var policy matching.Policy
	if in.policy != "" {
		data, err := readCapped(in.policy, maxPolicyBytes)
		if err != nil {
			return policy, err
		}
		if policy, err = parsePolicy(in.policy, data); err != nil {
			return policy, err
		}
	}
	if in.objectives != "" {
		policy.Objectives = nil
		for _, id := range list(in.objectives) {
			if matching.Objective(id) == matching.Canonical {
				continue // always there, always last
			}
			policy.Objectives = append(policy.Objectives, matching.Objective(id))
		}
		if faults := policy.Check(); len(faults) > 0 && in.policy == "" {
			return policy, usageError{"-objectives: " + faults[0].Error() + "; known: " + objectiveNames()}
		}
	}
	return policy, nil
}

func objectiveNames() string {
	var names []string
	for _, o := range matching.Objectives() {
		names = append(names, string(o))
	}
	return strings.Join(names, ", ")
}

func readCapped(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, cannotRead(name, err)
	}
	defer func() { _ = f.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, cannotRead(name, err)
	}
	if int64(len(data)) > most {
		return nil, peer.Faults{{
			Code: faultPolicySyntax, Source: name, Line: 1, Column: 1, Words: "the file is too large"}}
	}
	return data, nil
}

// policyReader turns a YAML tree into the same structure as JSON, strictly,
// and remembers where every value stood.
type policyReader struct {
	source string
	faults peer.Faults
	place  map[string]*yaml.Node // by path, such as weights[2]
}

// parsePolicy reads YAML, and JSON with it. Keys that are not known, keys given
// twice and aliases are refused with their places; the rest is checked by
// matching.
func parsePolicy(source string, data []byte) (matching.Policy, error) {
	r := &policyReader{source: source, place: map[string]*yaml.Node{}}
	var document yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return matching.Policy{}, nil
	case err != nil:
		return matching.Policy{}, r.syntax(err)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		r.add(&document, faultPolicySyntax, "one document is expected")
		return matching.Policy{}, r.faults
	}
	tree := r.value(document.Content[0], "", 0)
	if slices.ContainsFunc(r.faults, func(f peer.Fault) bool { return f.Code != matching.FaultPolicyRange }) {
		return matching.Policy{}, r.faults
	}
	raw, err := json.Marshal(tree)
	if err != nil {
		return matching.Policy{}, fmt.Errorf("policy: %w", err)
	}
	var policy matching.Policy
	strict := json.NewDecoder(bytes.NewReader(raw))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&policy); err != nil {
		return matching.Policy{}, r.misfit(err)
	}
	for _, f := range policy.Check() {
		r.faults = append(r.faults, r.located(f))
	}
	return policy, r.faults.Err()
}

func (r *policyReader) add(n *yaml.Node, code peer.FaultCode, words string) {
	r.faults = append(r.faults, peer.Fault{
		Code: code, Source: r.source, Line: max(n.Line, 1), Column: max(n.Column, 1), Words: words})
}

// syntax places an error of the YAML reader, whose text begins "yaml: line N".
func (r *policyReader) syntax(err error) error {
	line := 1
	_, _ = fmt.Sscanf(err.Error(), "yaml: line %d:", &line)
	return peer.Faults{{
		Code: faultPolicySyntax, Source: r.source, Line: line, Column: 1, Words: "not well-formed YAML or JSON"}}
}

// value turns a node into what encoding/json reads.
func (r *policyReader) value(n *yaml.Node, path string, depth int) any {
	const deepest = 50
	if depth > deepest {
		r.add(n, faultPolicyNesting, "nested too deeply")
		return nil
	}
	r.place[path] = n
	if n.Value == "0" && !zeroMeans(path) {
		r.add(n, matching.FaultPolicyRange, "the value is outside its range")
	}
	switch n.Kind {
	case yaml.MappingNode:
		return r.object(n, path, depth)
	case yaml.SequenceNode:
		items := make([]any, len(n.Content))
		for i, item := range n.Content {
			items[i] = r.value(item, fmt.Sprintf("%s[%d]", path, i), depth+1)
		}
		return items
	case yaml.AliasNode:
		r.add(n, faultPolicyAlias, "aliases are not accepted; write the value out")
		return nil
	}
	return r.scalar(n)
}

func (r *policyReader) object(n *yaml.Node, path string, depth int) any {
	object := map[string]any{}
	folded := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		name := key.Value
		switch {
		case key.Kind != yaml.ScalarNode || key.Tag == "!!merge":
			r.add(key, faultPolicyKey, "not a key of a policy")
			continue
		case folded[strings.ToLower(name)]:
			r.add(key, faultPolicyTwice, "the key is given twice")
		case !knownKey(joinPath(path, name)):
			r.add(key, faultPolicyKey, "not a key of a policy")
		}
		folded[strings.ToLower(name)] = true
		object[name] = r.value(value, joinPath(path, name), depth+1)
	}
	return object
}

func joinPath(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// knownKey reports whether a policy has a value at the path. Keys in another
// case are not known, although encoding/json would take them.
func knownKey(path string) bool {
	if before, after, ok := strings.Cut(path, "["); ok {
		_, rest, _ := strings.Cut(after, "]")
		path = before + "[]" + rest
	}
	switch path {
	case "name", "hierarchy", "hierarchy.depth", "hierarchy.look_back_months", "hierarchy.shared_manager",
		"repeat_after_months", "min_overlap_minutes", "enough_overlap_minutes", "max_repairs",
		"weights", "weights[].criterion", "weights[].weight", "objectives":
		return true
	}
	return false
}

// zeroMeans reports whether a zero at the path is a value of its own. Elsewhere
// it would quietly become the default, which nobody who writes 0 expects.
func zeroMeans(path string) bool {
	return path == "hierarchy.depth" || strings.HasPrefix(path, "weights[") || path == "name"
}

// scalar reads a value by the type that YAML gives it. Numbers that are not
// whole, such as .nan and 1e3, are left for the type check to refuse.
func (r *policyReader) scalar(n *yaml.Node) any {
	switch n.Tag {
	case "!!int":
		var v int64
		if n.Decode(&v) == nil {
			return v
		}
	case "!!bool":
		var v bool
		if n.Decode(&v) == nil {
			return v
		}
	case "!!str":
		return n.Value
	}
	r.add(n, faultPolicyValue, "a whole number, true or false, or a text is expected")
	return nil
}

// misfit places a value of the wrong type.
func (r *policyReader) misfit(err error) error {
	var wrong *json.UnmarshalTypeError
	node := r.place[""]
	if errors.As(err, &wrong) {
		if n, ok := r.place[wrong.Field]; ok {
			node = n
		}
	}
	r.add(node, faultPolicyValue, "the value is of the wrong kind")
	return r.faults
}

// located finds the place of a fault by its path, or by the nearest path above.
func (r *policyReader) located(f peer.Fault) peer.Fault {
	path := f.Field
	for r.place[path] == nil {
		cut := strings.LastIndexAny(path, ".[")
		path = path[:max(cut, 0)]
	}
	n := r.place[path]
	f.Source, f.Line, f.Column = r.source, max(n.Line, 1), max(n.Column, 1)
	return f
}
