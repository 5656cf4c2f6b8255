package gazetteer

import (
	"math"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, country, want string
		kind                Kind
		lat, lon            float64
	}{
		{"Geneva", "CHE", "Geneva", Town, 46.2, 6.15},
		{"Geneva", "", "Geneva", Town, 46.2, 6.15},
		{"Kiev", "UKR", "Kyiv", Town, 50.45, 30.52},
		{"são paulo", "BRA", "Sao Paulo", Town, -23.55, -46.64},
		{"N'Djamena", "TCD", "N'Djamena", Town, 12.11, 15.04},
		{"Nowhere", "KEN", "Kenya", State, 1, 38},
		{"Kosovo", "XKX", "Kosovo", State, 42.67, 21.17},
	} {
		got, ok := g.Find(test.name, test.country)
		if !ok || got.Name != test.want || got.Kind != test.kind || math.Abs(got.Latitude-test.lat) > 0.1 || math.Abs(got.Longitude-test.lon) > 0.1 {
			t.Errorf("%s, %s: %+v", test.name, test.country, got)
		}
	}
	for _, nowhere := range [][2]string{{"Nowhere", ""}, {"", ""}, {"Nowhere", "ZZZ"}} {
		if got, ok := g.Find(nowhere[0], nowhere[1]); ok {
			t.Errorf("%v is %+v", nowhere, got)
		}
	}
}

// TestTable holds every row to what it may be.
func TestTable(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(g.states) < 230 || len(g.towns) < 6000 {
		t.Errorf("%d states, %d towns", len(g.states), len(g.towns))
	}
	check := func(p Place) {
		if len(p.Country) != 3 || len(p.FIPS) != 2 && p.FIPS != "" || math.Abs(p.Latitude) > 90 || math.Abs(p.Longitude) > 180 || p.GeoNames <= 0 {
			t.Errorf("%+v", p)
		}
	}
	for _, p := range g.states {
		check(p)
	}
	for _, some := range g.towns {
		for _, p := range some {
			check(p)
		}
	}
}

func TestBrokenTable(t *testing.T) {
	head := "name\taliases\tcountry\tfips\tadmin\tkind\tlatitude\tlongitude\tgeonames\n"
	for _, row := range []string{"A\t\tKEN\tKE\t1\ttown\tnorth\t2\t3", "A\t\tKEN\tKE\t1\ttown\t1\t2\tx", "A\tB"} {
		if _, err := parse([]byte(head + row + "\n")); err == nil {
			t.Errorf("%q is read", row)
		}
	}
	if _, err := parse([]byte(strings.Replace(head, "fips", "code", 1))); err == nil {
		t.Error("a table without fips is read")
	}
}
