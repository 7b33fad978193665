// Package strictjson reads JSON that people or programs outside send, and
// refuses what encoding/json lets through: keys that occur twice or in another
// case, keys nobody declared, null where a value is due, text that is not
// UTF-8, endless or bottomless input, anything after the end.
//
// [Decode] and [Read] fill a Go value, or leave it alone and return everything
// that is wrong as [peer.Faults], with line, column and path and never with
// what was sent. [Scanner] is the layer below for formats that do not fit a Go
// type; it holds to the same limits. [Index] remembers where every value stands,
// for what turns out to be wrong only later.
package strictjson
