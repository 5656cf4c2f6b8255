package source

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"rapporteur/source/document"
	"rapporteur/source/document/mail"
)

// How many files of a ZIP file that is attached are looked at, and how many bytes of all
// of them are unpacked.
const (
	packedMost    = 200
	unpackLargest = inputLargest
)

// programs are endings of files that are attached and no reports: programs, and what
// programs write for others.
var programs = []string{".bat", ".c", ".cpp", ".cs", ".css", ".csv", ".diff", ".go", ".h", ".ics", ".ini", ".java", ".js", ".json", ".log", ".patch", ".php", ".pl", ".ps1", ".py", ".rb", ".rs", ".sh", ".sql", ".ts", ".vcf", ".xml", ".yaml", ".yml"}

// readable gives what of the files that came with a letter can be a report: those of a ZIP
// file one by one; nothing of one that is locked or broken.
func readable(all []mail.Attachment) []mail.Attachment {
	var out []mail.Attachment
	for _, a := range all {
		switch {
		case slices.Contains(programs, strings.ToLower(path.Ext(a.Name))):
		case document.FormatOf(a.Data) == document.Packed:
			for _, one := range unzipped(a) {
				if kindOf(one.Data) != otherKind && document.FormatOf(one.Data) != document.Packed && !slices.Contains(programs, strings.ToLower(path.Ext(one.Name))) {
					out = append(out, one)
				}
			}
		case kindOf(a.Data) != otherKind:
			out = append(out, a)
		}
	}
	return out
}

// unzipped are the files of a ZIP file, within bounds.
func unzipped(a mail.Attachment) (out []mail.Attachment) {
	z, err := zip.NewReader(bytes.NewReader(a.Data), int64(len(a.Data)))
	if err != nil {
		return nil
	}
	left := int64(unpackLargest)
	for _, f := range z.File[:min(len(z.File), packedMost)] {
		const locked = 1
		base := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
		if f.FileInfo().IsDir() || f.Flags&locked != 0 || strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(r, left+1))
		_ = r.Close() // nothing was written
		if err != nil || int64(len(data)) > left {
			continue
		}
		left -= int64(len(data))
		out = append(out, mail.Attachment{Name: a.Name + ": " + base, Data: data})
	}
	return out
}
