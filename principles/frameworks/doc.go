// Package frameworks holds what peer support programmes hold themselves to, as
// data with sources, and reads further frameworks from files of the same form.
//
// [Library] returns the frameworks that this package ships with, their links
// followed. [Read] reads one more, which a programme or a vendor wrote:
//
//	own, err := frameworks.Read(file, "own.json")
//	...
//	library, err := frameworks.Library(own)
//
// # What is in it, and what is not
//
// Every item cites where it comes from and says how well it is founded. The
// texts are this project's own words; no wording of an instrument is in it.
// What nobody checked against its source is left out, and a file that marks an
// item as unverified is refused. Where sources disagree about a name, both names
// are there.
//
// Most indicators, and all thresholds, are this project's own reading: a
// starting point for a conversation, marked as such, not norms.
//
// # The form of a file
//
// JSON of at most 1 MiB, read strictly. Keys are those of
// [principles.Framework] and the types in it, after "schema":
//
//	{
//	  "schema": "peersupport/principles/framework/v1",
//	  "id": "our_promise", "version": "1", "title": "...", "summary": "...",
//	  "form": "principles",
//	  "voices": [{"voice": "person_supported", "name": "people supported", "needed": true, "side": "lived"}],
//	  "scales": [{"id": "often", "name": "how often", "low": 1, "high": 5, "low_label": "never",
//	    "high_label": "always", "kept_from": 4, "sources": ["handbook"], "confidence": "own_reading"}],
//	  "principles": [{"id": "calm", "name": "calm", "meaning": "There is no hurry.",
//	    "sources": ["handbook"], "confidence": "own_reading"}],
//	  "indicators": [{"id": "no_hurry", "name": "no hurry", "asks": "There was time enough.",
//	    "kind": "rated", "serves": "calm", "scale": "often", "voices": ["person_supported"],
//	    "criterion": {"kept": 75, "floor": 50, "confidence": "own_reading"},
//	    "sources": ["handbook"], "confidence": "own_reading"}],
//	  "sources": [{"key": "handbook", "authors": ["Our programme"], "title": "Handbook", "year": 2026,
//	    "licence": "our own"}]
//	}
package frameworks
