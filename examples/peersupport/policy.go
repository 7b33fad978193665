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

// syntax places an error of the YAML reader, whose text begins "yaml: line N".
func (r *policyReader) syntax(err error) error {
	line := 1
	_, _ = fmt.Sscanf(err.Error(), "yaml: line %d:", &line)
	return peer.Faults{{
		Code: faultPolicySyntax, Source: r.source, Line: line, Column: 1, Words: "not well-formed YAML or JSON"}}
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
