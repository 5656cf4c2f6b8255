package export

import "reflect"

// cleaned gives a copy of a value in which every string, at any depth, is clean.
// Printers of structures begin with it, so that a field that is added later cannot
// be forgotten.
func cleaned[T any](v T) T {
	out := reflect.New(reflect.TypeFor[T]()).Elem()
	copyClean(out, reflect.ValueOf(&v).Elem())
	return out.Interface().(T)
}

// copyClean copies from one value to another of the same type. Fields that are not
// exported are copied as they are.
func copyClean(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		to.SetString(Clean(from.String()))
	case reflect.Pointer, reflect.Interface:
		if !from.IsNil() {
			inner := reflect.New(from.Elem().Type()).Elem()
			copyClean(inner, from.Elem())
			if from.Kind() == reflect.Pointer {
				inner = inner.Addr()
			}
			to.Set(inner)
		}
	case reflect.Struct:
		to.Set(from)
		for i := range from.NumField() {
			if to.Field(i).CanSet() {
				copyClean(to.Field(i), from.Field(i))
			}
		}
	case reflect.Slice:
		copySlice(to, from)
	case reflect.Map:
		copyMap(to, from)
	default:
		to.Set(from)
	}
}

func copySlice(to, from reflect.Value) {
	if from.IsNil() {
		return
	}
	to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
	for i := range from.Len() {
		copyClean(to.Index(i), from.Index(i))
	}
}

func copyMap(to, from reflect.Value) {
	if from.IsNil() {
		return
	}
	to.Set(reflect.MakeMapWithSize(from.Type(), from.Len()))
	for _, key := range from.MapKeys() {
		k, v := reflect.New(key.Type()).Elem(), reflect.New(from.Type().Elem()).Elem()
		copyClean(k, key)
		copyClean(v, from.MapIndex(key))
		to.SetMapIndex(k, v)
	}
}
