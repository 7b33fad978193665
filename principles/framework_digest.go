package principles

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// digestLength is how many hexadecimal digits of a digest are kept: enough to
// tell contents apart by eye, and to find a copy that was changed on purpose.
const digestLength = 16

// Digest returns the first 16 hexadecimal digits of the SHA-256 of the content.
// Id and version are what a file says of itself; two frameworks with one digest
// hold the same principles to the same criteria.
func (f Framework) Digest() string {
	content, err := json.Marshal(f)
	if err != nil { // a confidence that is none; Check names it
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])[:digestLength]
}
