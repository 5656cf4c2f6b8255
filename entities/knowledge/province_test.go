package knowledge

import "testing"

// TestProvinces holds that a province whose name a state has is shared and told by
// towns that are none of that state's.
func TestProvinces(t *testing.T) {
	base, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range base.provinces {
		for _, p := range list {
			for _, s := range base.Find(p.Name) {
				if s.Sort == ByName && s.Actor != p.State && !p.Shared {
					t.Errorf("%s is also %s: write yes under shared", p.Name, s.Actor.Name)
				}
			}
			if p.Shared && len(p.towns) == 0 {
				t.Errorf("%s of %s has a shared name and no towns", name, p.State.Name)
			}
		}
	}
	georgia := base.Provinces("georgia")
	if len(georgia) != 1 || !georgia[0].HasTown("savannah") || georgia[0].HasTown("batumi") {
		t.Errorf("Georgia: %+v", georgia)
	}
}
