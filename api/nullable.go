package api

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// nullable says of each field that is a pointer and always written that it may be null:
// the schemas that are made of the types leave it out for fields of struct types.
func nullable(schemas huma.Registry) {
	const prefix = "#/components/schemas/"
	for name, s := range schemas.Map() {
		if t := schemas.TypeFromRef(prefix + name); t != nil {
			nullableFields(s, t)
		}
	}
}

// nullableFields does so for one type, with the types that it embeds.
func nullableFields(s *huma.Schema, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			nullableFields(s, f.Type)
			continue
		}
		if p := s.Properties[name]; p != nil && !strings.Contains(options, "omit") {
			s.Properties[name] = orNull(p, f.Type)
		}
	}
}

// orNull is the schema of a type, which may be null where it is a pointer; so may what
// lists and maps hold.
func orNull(s *huma.Schema, t reflect.Type) *huma.Schema {
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		if s.Items != nil {
			s.Items = orNull(s.Items, t.Elem())
		}
	case reflect.Map:
		if values, ok := s.AdditionalProperties.(*huma.Schema); ok {
			s.AdditionalProperties = orNull(values, t.Elem())
		}
	case reflect.Pointer:
		if s.Ref != "" {
			return &huma.Schema{AnyOf: []*huma.Schema{{Ref: s.Ref}, {Type: "null"}}, Description: s.Description}
		}
	}
	return s
}

// emptyIsNone says of each parameter that takes some words alone that it may be empty,
// which is as if it were not given.
func emptyIsNone(paths map[string]*huma.PathItem) {
	for _, p := range paths {
		if p.Get == nil {
			continue
		}
		for _, one := range p.Get.Parameters {
			if one.In == "query" && !one.Required && len(one.Schema.Enum) > 0 {
				one.Schema.Enum = append(one.Schema.Enum, "")
			}
		}
	}
}
