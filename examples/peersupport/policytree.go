package main

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// policyReader turns a YAML tree into the same structure as JSON, strictly,
// and remembers where every value stood.
type policyReader struct {
	source string
	faults peer.Faults
	place  map[string]*yaml.Node // by path, such as weights[2]
}

func (r *policyReader) add(n *yaml.Node, code peer.FaultCode, words string) {
	r.faults = append(r.faults, peer.Fault{
		Code: code, Source: r.source, Line: max(n.Line, 1), Column: max(n.Column, 1), Words: words})
}

// value turns a node into what encoding/json reads.
func (r *policyReader) value(n *yaml.Node, path string, depth int) any {
	const deepest = 50
	if depth > deepest {
		r.add(n, faultPolicyNesting, "nested too deeply")
		return nil
	}
	r.place[path] = n
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
	value := r.scalar(n)
	if value == int64(0) && !zeroMeans(path) {
		r.add(n, matching.FaultPolicyRange, "the value is outside its range")
	}
	return value
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
	return path == "hierarchy.depth" || strings.HasPrefix(path, "weights[")
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
