package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// packetsMost is how many parts of a form in XML are looked at.
const packetsMost = 64

// xfaValues gives what somebody filled into a form that keeps it in XML (XFA, part
// "datasets"), a line for each field with the field's name.
func xfaValues(p pdfium.Pdfium, file references.FPDF_DOCUMENT) []string {
	count, err := p.FPDF_GetXFAPacketCount(&requests.FPDF_GetXFAPacketCount{Document: file})
	if err != nil {
		return nil
	}
	for i := range min(count.Count, packetsMost) {
		name, err := p.FPDF_GetXFAPacketName(&requests.FPDF_GetXFAPacketName{Document: file, Index: i})
		if err != nil || name.Name != "datasets" {
			continue
		}
		if packet, err := p.FPDF_GetXFAPacketContent(&requests.FPDF_GetXFAPacketContent{Document: file, Index: i}); err == nil {
			return leaves(packet.Content)
		}
	}
	return nil
}

// leaves gives the elements that hold words and no others, within the data of the form.
func leaves(data []byte) (out []string) {
	in := xml.NewDecoder(bytes.NewReader(data))
	in.Strict = false
	var name string
	var words strings.Builder
	within := 0
	for len(out) < fieldsMost {
		token, err := in.Token()
		if err != nil {
			return out // of one that is broken, what came before
		}
		switch t := token.(type) {
		case xml.StartElement:
			name = t.Name.Local
			words.Reset()
			if within > 0 || name == "data" {
				within++
			}
		case xml.CharData:
			if within > 0 {
				words.Write(t)
			}
		case xml.EndElement:
			value := strings.Join(strings.Fields(words.String()), " ")
			if within > 0 && value != "" && t.Name.Local == name {
				out = append(out, name+": "+value)
			}
			within, name = max(0, within-1), ""
			words.Reset()
		}
	}
	return out
}
