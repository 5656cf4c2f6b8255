// Writes the land and the borders of the map as SVG to standard output; README.md says how.
import { readFileSync } from "node:fs";
import { merge, mesh } from "topojson-client";
import { filter, filterWeight, planarRingArea, presimplify, simplify } from "topojson-simplify";

const units = 20; // a degree
const triangle = 0.01, island = 0.06; // the least, in square degrees, that is drawn
const antarctica = "010";

let world = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json"));
const { countries } = world.objects;
countries.geometries = countries.geometries.filter((country) => country.id !== antarctica);
world = simplify(presimplify(world), triangle);
world = filter(world, filterWeight(world, island, planarRingArea));

const signed = (n) => (n < 0 ? String(n) : ` ${n}`);

// path writes points as steps from one to the next, those that fall together once.
function path(points, end) {
  const [first, ...rest] = points.map(([east, north]) => [Math.round((east + 180) * units), Math.round((90 - north) * units)]);
  let [x, y] = first, steps = "";
  for (const [toX, toY] of rest) {
    if (toX === x && toY === y) continue;
    steps += signed(toX - x) + signed(toY - y);
    [x, y] = [toX, toY];
  }
  return steps && `M${first.join(" ")}l${steps.trimStart()}${end}`;
}

const land = merge(world, world.objects.countries.geometries).coordinates.flat().map((ring) => path(ring, "z")).join("");
const borders = mesh(world, world.objects.countries, (one, other) => one !== other).coordinates.map((line) => path(line, "")).join("");
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${360 * units} ${180 * units}">
<path id="land" vector-effect="non-scaling-stroke" d="${land}"/>
<path id="borders" vector-effect="non-scaling-stroke" d="${borders}"/>
</svg>
`);
