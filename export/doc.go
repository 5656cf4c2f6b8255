// Package export writes readings in the formats that people and programs use:
// JSON by the contract "rapporteur/1", JSON lines, plain text and Markdown.
//
// Every format shows the words that support an entry. Output is the same for
// the same readings, whatever the machine.
package export
