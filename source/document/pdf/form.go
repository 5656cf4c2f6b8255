package pdf

import (
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// fieldsMost is how many fields of a page are read; fieldSize is the type that a value is
// supposed to be in, in points, where its field leaves that open.
const (
	fieldsMost = 2_000
	fieldSize  = 10
)

// ticked stands where a box is ticked.
const ticked = "[x]"

// form gives what somebody filled into a form (AcroForm), which is no text of its pages.
type form struct {
	engine pdfium.Pdfium
	handle references.FPDF_FORMHANDLE
	filled bool // a field with a value was found
}

// formOf opens the form of a file, nil if it is none.
func formOf(p pdfium.Pdfium, file references.FPDF_DOCUMENT) *form {
	kind, err := p.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: file})
	if err != nil || kind.FormType == enums.FPDF_FORMTYPE_NONE {
		return nil
	}
	// The engine asks for these, and calls none of them where nobody types.
	env, err := p.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{Document: file, FormFillInfo: structs.FPDF_FORMFILLINFO{
		FFI_Invalidate:         func(references.FPDF_PAGE, float64, float64, float64, float64) {},
		FFI_SetCursor:          func(enums.FXCT) {},
		FFI_SetTimer:           func(int, func(int)) int { return 0 },
		FFI_KillTimer:          func(int) {},
		FFI_GetLocalTime:       func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
		FFI_GetPage:            func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
		FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return enums.FPDF_PAGE_ROTATION_NONE },
		FFI_ExecuteNamedAction: func(string) {},
	}})
	if err != nil {
		return nil
	}
	return &form{engine: p, handle: env.FormHandle}
}

// runs are the values of the fields of a page, each set where its field is.
func (f *form) runs(at requests.Page) (out []run) {
	if f == nil {
		return nil
	}
	if _, err := f.engine.FORM_OnAfterLoadPage(&requests.FORM_OnAfterLoadPage{Page: at, FormHandle: f.handle}); err != nil {
		return nil
	}
	defer func() {
		_, _ = f.engine.FORM_OnBeforeClosePage(&requests.FORM_OnBeforeClosePage{Page: at, FormHandle: f.handle}) // nothing was written
	}()
	count, err := f.engine.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: at})
	if err != nil {
		return nil
	}
	for i := range min(count.Count, fieldsMost) {
		got, err := f.engine.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: at, Index: i})
		if err != nil {
			continue
		}
		out = append(out, f.field(got.Annotation)...)
		_, _ = f.engine.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: got.Annotation}) // it ends with the file
	}
	f.filled = f.filled || len(out) > 0
	return out
}

// field gives the value of a field, line by line.
func (f *form) field(a references.FPDF_ANNOTATION) []run {
	kind, err := f.engine.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil || kind.Subtype != enums.FPDF_ANNOT_SUBTYPE_WIDGET {
		return nil
	}
	flags, err := f.engine.FPDFAnnot_GetFlags(&requests.FPDFAnnot_GetFlags{Annotation: a})
	if err != nil || flags.Flags&(enums.FPDF_ANNOT_FLAG_HIDDEN|enums.FPDF_ANNOT_FLAG_NOVIEW) != 0 {
		return nil
	}
	rect, err := f.engine.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: a})
	if err != nil {
		return nil
	}
	at := box{float64(rect.Rect.Left), float64(rect.Rect.Right), float64(rect.Rect.Bottom), float64(rect.Rect.Top)}
	return typed(f.value(a), at)
}

// typed sets the lines of a value into the rectangle of its field, as a person reads them:
// one in the middle of its height, several from its top.
func typed(value string, at box) (out []run) {
	lines := strings.FieldsFunc(value, func(r rune) bool { return r == '\r' || r == '\n' })
	size := min(fieldSize, at.height())
	top := at.top
	if at.height() < 2*size {
		top = (at.top+at.bottom)/2 + size/2
	}
	for i, line := range lines {
		y := top - float64(i)*1.2*size
		right := min(at.right, at.left+0.5*size*float64(len([]rune(line))))
		out = append(out, run{box: box{at.left, right, y - size, y}, words: " " + line + " ", size: size}) // apart from its label
	}
	return out
}

// value is what somebody filled into a field, as it is shown.
func (f *form) value(a references.FPDF_ANNOTATION) string {
	kind, err := f.engine.FPDFAnnot_GetFormFieldType(&requests.FPDFAnnot_GetFormFieldType{FormHandle: f.handle, Annotation: a})
	if err != nil {
		return ""
	}
	switch kind.FormFieldType {
	case enums.FPDF_FORMFIELD_TYPE_CHECKBOX, enums.FPDF_FORMFIELD_TYPE_RADIOBUTTON:
		if on, err := f.engine.FPDFAnnot_IsChecked(&requests.FPDFAnnot_IsChecked{FormHandle: f.handle, Annotation: a}); err == nil && on.IsChecked {
			return ticked
		}
		return ""
	case enums.FPDF_FORMFIELD_TYPE_COMBOBOX, enums.FPDF_FORMFIELD_TYPE_LISTBOX:
		if chosen := f.chosen(a); chosen != "" {
			return chosen
		}
	case enums.FPDF_FORMFIELD_TYPE_TEXTFIELD:
	default:
		return "" // buttons, signatures
	}
	value, err := f.engine.FPDFAnnot_GetFormFieldValue(&requests.FPDFAnnot_GetFormFieldValue{FormHandle: f.handle, Annotation: a})
	if err != nil {
		return ""
	}
	return strings.TrimSpace(value.FormFieldValue)
}

// chosen are the labels that were chosen of a list.
func (f *form) chosen(a references.FPDF_ANNOTATION) string {
	count, err := f.engine.FPDFAnnot_GetOptionCount(&requests.FPDFAnnot_GetOptionCount{FormHandle: f.handle, Annotation: a})
	if err != nil {
		return ""
	}
	var out []string
	for i := range min(count.OptionCount, fieldsMost) {
		on, err := f.engine.FPDFAnnot_IsOptionSelected(&requests.FPDFAnnot_IsOptionSelected{FormHandle: f.handle, Annotation: a, Index: i})
		if err != nil || !on.IsOptionSelected {
			continue
		}
		if label, err := f.engine.FPDFAnnot_GetOptionLabel(&requests.FPDFAnnot_GetOptionLabel{FormHandle: f.handle, Annotation: a, Index: i}); err == nil {
			out = append(out, strings.TrimSpace(label.OptionLabel))
		}
	}
	return strings.Join(out, ", ")
}
