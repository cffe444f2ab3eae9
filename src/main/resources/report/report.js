'use strict';
// Shows results that were computed when the report was made; nothing is resolved here.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const SVG = 'http://www.w3.org/2000/svg';
  const state = { service: 0, version: data.versions.length - 1, lost: new Set(), loss: null, moved: false };

  // Okabe and Ito's colours, which colour-blind readers can tell apart; black is for no answer.
  const COLOURS = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'];
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const letter = (i) => (i < 26 ? LETTERS[i] : LETTERS[Math.floor(i / 26) - 1] + LETTERS[i % 26]);

  function element(name, attributes = {}, ...children) {
    const made = name.startsWith('svg:')
      ? document.createElementNS(SVG, name.slice(4)) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // ---- what was computed ----

  const version = () => data.versions[state.version];
  const service = (v = version()) => v.services[state.service];

  /** The reply of each class of clients with these endpoints lost. */
  function replies(of, lost) {
    const at = of.normal.slice();
    const prefix = [];
    for (const endpoint of [...lost].sort((a, b) => a - b)) {
      prefix.push(endpoint);
      apply(at, of.changes[prefix.join()]);
    }
    return at;
  }

  function apply(at, changes = []) {
    for (let i = 0; i < changes.length; i += 2) at[changes[i]] = changes[i + 1];
  }

  /** Where each class's traffic goes in the chosen situation: maps of destination and share. */
  function situation(of, normally = false) {
    const row = state.loss === null ? null : of.losses[state.loss];
    let at;
    if (normally) at = of.normal;
    else if (row && row.changes) apply((at = of.normal.slice()), row.changes);
    else at = replies(of, state.lost);
    return at.map((reply) => of.replies[reply]);
  }

  function add(sum, shares, factor) {
    for (const [to, share] of shares) sum.set(to, (sum.get(to) ?? 0) + share * factor);
  }

  function classesOf(of) {
    if (!of.classOf) {
      of.classOf = [];
      of.classes.forEach((groups, i) => groups.forEach((group) => { of.classOf[group] = i; }));
      of.weights = of.classes.map((groups) => groups.reduce((sum, g) => sum + data.groups[g].weight, 0));
    }
    return of.classOf;
  }

  const weight = data.groups.reduce((sum, group) => sum + group.weight, 0);

  function total(of, shares) {
    classesOf(of);
    const sum = new Map();
    shares.forEach((part, i) => add(sum, part, of.weights[i] / weight));
    return sum;
  }

  /** The mixed shares of some groups of clients. */
  function mixed(of, shares, groups) {
    const classOf = classesOf(of);
    const all = groups.reduce((sum, g) => sum + data.groups[g].weight, 0);
    const sum = new Map();
    groups.forEach((g) => add(sum, shares[classOf[g]], data.groups[g].weight / all));
    return new Map([...sum].filter(([, share]) => share > 1e-12).sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  }

  const lostNow = () => {
    const row = state.loss === null ? null : service().losses[state.loss];
    return row ? new Set(row.lost) : state.lost;
  };

  // ---- words ----

  // Half of the last digit is rounded up, as on the command line; sums of doubles may fall short of it.
  const rounded = (value, digits) => (Math.round(value * 10 ** digits + 1e-7) / 10 ** digits).toFixed(digits);
  function percent(share) {
    if (share > 1e-12 && share < 0.0005) return '< 0.1 %';
    return `${rounded(share * 100, 1)} %`;
  }
  const number = (value) => (value >= 100 || Math.abs(value - Math.round(value)) < 1e-9
    ? String(Math.round(value + 1e-7)) : rounded(value, 1));
  const destination = (to) => data.destinations[to];
  const isEndpoint = (to) => destination(to).endpoint !== undefined;
  const title = (to, lost) => destination(to).title
    + (isEndpoint(to) && lost.has(destination(to).endpoint) ? ' (lost: fails)' : '');
  const words = (shares, lost) => [...shares].map(([to, share]) =>
    (shares.size === 1 ? title(to, lost) : `${title(to, lost)} ${percent(share)}`)).join(', ');

  // ---- colours ----

  const patterns = byId('patterns');
  function pattern(id, size, turn, ...children) {
    if (!byId(id)) {
      patterns.append(element('svg:pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${turn})` }, ...children));
    }
    return `url(#${id})`;
  }
  const rect = (x, width, fill) => element('svg:rect', { x, y: 0, width, height: 64, fill });

  function colour(to) {
    const { endpoint, nobody } = destination(to);
    if (nobody) return '#000';
    return endpoint === undefined ? '#999' : COLOURS[endpoint % COLOURS.length];
  }

  /** A colour; past the seventh endpoint, and for what fails, a pattern. */
  function fill(to, lost) {
    const base = colour(to);
    const { endpoint } = destination(to);
    if (endpoint === undefined) return base;
    if (lost.has(endpoint)) {
      return pattern(`fails-${endpoint}`, 28, 45, rect(0, 28, base), rect(0, 10, '#000'));
    }
    const round = Math.floor(endpoint / COLOURS.length);
    if (round === 0) return base;
    return pattern(`fill-${endpoint}`, 24 + 8 * (round % 3), 90 * (round % 2), rect(0, 64, base), rect(0, 6, '#333'));
  }

  function mixedFill(shares, lost) {
    const parts = [...shares].slice(0, 6);
    if (parts.length === 1) return fill(parts[0][0], lost);
    const all = parts.reduce((sum, [, share]) => sum + share, 0);
    const id = `mix-${parts.map(([to, share]) => `${to}_${Math.round(share * 1000)}`).join('-')}-${[...lost].join('_')}`;
    let x = 0;
    const stripes = parts.map(([to, share]) => {
      const width = Math.max(4, (share / all) * 48);
      x += width;
      const { endpoint } = destination(to);
      return rect(x - width, width + 0.5, endpoint !== undefined && lost.has(endpoint) ? '#000' : colour(to));
    });
    return pattern(id, x, 30, ...stripes);
  }

  // ---- the map ----

  const placed = [...document.querySelectorAll('.place')];
  const boxes = new Map();
  const tip = byId('tip');

  function drawMap(of, shares, before, lost) {
    const letters = byId('letters');
    letters.replaceChildren();
    for (const path of placed) {
      const groups = data.places[path.dataset.place];
      if (!groups) continue;
      const part = mixed(of, shares, groups);
      const same = before && words(part, lost) === words(mixed(before.of, before.shares, groups), lost);
      path.setAttribute('fill', mixedFill(part, lost));
      path.style.fill = mixedFill(part, lost);
      path.classList.toggle('unmoved', Boolean(same));
      if (data.labels[path.dataset.place] && !same) {
        const [x, y] = data.labels[path.dataset.place];
        const text = [...part.keys()].slice(0, 3).map((to) => (isEndpoint(to)
          ? letter(destination(to).endpoint) : destination(to).nobody ? '–' : '?')).join('+');
        letters.append(element('svg:text', { x, y }, text));
      }
    }
  }

  function tell(place) {
    const groups = data.places[place];
    if (!groups) {
      tip.textContent = '';
      return;
    }
    const lost = lostNow();
    const now = words(mixed(service(), situation(service()), groups), lost);
    const then = words(mixed(service(), situation(service(), true), groups), new Set());
    const name = groups.map((g) => data.groups[g].title).join(', ');
    tip.textContent = `${name}: ${now}${now === then ? '' : `; normally ${then}`}`;
  }

  function pins() {
    const at = byId('pins');
    data.endpoints.forEach((endpoint, i) => {
      if (endpoint.x === undefined) return;
      const pin = element('svg:g', { class: 'pin', tabindex: '0', role: 'button', 'data-endpoint': i,
        'aria-pressed': 'false', 'aria-label': `${letter(i)}, ${endpoint.name}` },
      element('svg:circle', { class: 'ring', cx: endpoint.x, cy: endpoint.y, r: 40 }),
      element('svg:circle', { class: 'face', cx: endpoint.x, cy: endpoint.y, r: 36, fill: COLOURS[i % 7] }),
      element('svg:text', { x: endpoint.x, y: endpoint.y }, letter(i)));
      pin.append(element('svg:title', {}, endpoint.name));
      pin.addEventListener('click', () => toggle([i]));
      pin.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          toggle([i]);
        }
      });
      at.append(pin);
    });
  }

  // ---- the bars ----

  function rows() {
    const list = byId('endpoints');
    data.endpoints.forEach((endpoint, i) => {
      const face = element('svg:svg', { class: 'key', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        element('svg:rect', { width: 24, height: 24, rx: 4, fill: COLOURS[i % 7] }),
        element('svg:text', { x: 12, y: 13 }, letter(i)));
      const bar = element('svg:svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        element('svg:rect', { class: 'back', width: 100, height: 10 }),
        element('svg:rect', { class: 'now', y: 1, height: 8, fill: COLOURS[i % 7] }),
        element('svg:line', { class: 'normal', y1: 0, y2: 10 }));
      const button = element('button', { type: 'button', class: 'endpoint', 'aria-pressed': 'false', 'data-endpoint': i },
        face, element('span', { class: 'name' }, endpoint.name), bar, element('span', { class: 'numbers' }));
      button.addEventListener('click', () => toggle([i]));
      list.append(button);
    });
    const regions = byId('regions');
    [...new Set(data.endpoints.map((e) => e.region).filter(Boolean))].forEach((region) => {
      const members = data.endpoints.flatMap((e, i) => (e.region === region ? [i] : []));
      if (members.length < 2) return;
      const button = element('button', { type: 'button', 'aria-pressed': 'false', 'data-region': region }, `Fail ${region}`);
      button.addEventListener('click', () => toggle(members));
      regions.append(button);
    });
  }

  function use(i, share) {
    const capacity = version().capacities[i];
    if (!capacity || !version().demand) return null;
    const load = share * version().demand;
    return { load, capacity, part: load / capacity };
  }

  function drawBars(of, now, normal, lost) {
    const toEndpoint = (sum, i) => sum.get(data.destinations.findIndex((d) => d.endpoint === i)) ?? 0;
    const known = data.endpoints.some((_, i) => use(i, 0));
    for (const button of document.querySelectorAll('.endpoint')) {
      const i = Number(button.dataset.endpoint);
      const [a, b] = [toEndpoint(now, i), toEndpoint(normal, i)];
      const [used, usually] = [use(i, a), use(i, b)];
      const full = (u, share) => Math.min(100, (known ? (u ? u.part : 0) : share) * 100);
      button.setAttribute('aria-pressed', String(lost.has(i)));
      button.querySelector('.now').setAttribute('width', String(full(used, a)));
      button.querySelector('.now').setAttribute('fill', lost.has(i) && a > 0 ? '#a3123a' : COLOURS[i % 7]);
      const line = button.querySelector('.normal');
      line.setAttribute('x1', String(full(usually, b)));
      line.setAttribute('x2', String(full(usually, b)));
      const numbers = button.querySelector('.numbers');
      numbers.replaceChildren(...numbersOf(i, a, b, used, lost.has(i)));
      button.hidden = !(i in version().capacities) && a === 0 && b === 0 && version().endpoints.indexOf(i) < 0;
    }
    for (const pin of document.querySelectorAll('.pin')) {
      const i = Number(pin.dataset.endpoint);
      pin.classList.toggle('lost', lost.has(i));
      pin.setAttribute('aria-pressed', String(lost.has(i)));
    }
    for (const button of byId('regions').children) {
      const members = data.endpoints.flatMap((e, i) => (e.region === button.dataset.region ? [i] : []));
      button.setAttribute('aria-pressed', String(members.every((i) => lost.has(i))));
    }
  }

  function numbersOf(i, share, normally, used, isLost) {
    const parts = [element('b', { class: 'share' }, percent(share))];
    if (used) {
      const text = `, ${number(used.load)} of ${number(used.capacity)}: ${percent(used.part)}`;
      parts.push(used.part > 1 + 1e-9 && !isLost
        ? element('span', { class: 'bad' }, `${text} – over capacity`) : text);
    }
    if (isLost) parts.push(element('span', { class: 'bad' }, share > 0 ? ' lost, and still sent clients' : ' lost'));
    if (percent(share) !== percent(normally)) parts.push(`; normally ${percent(normally)}`);
    return parts;
  }

  // ---- the rest ----

  function drawStatus(of, now, shares, lost) {
    const row = state.loss === null ? null : of.losses[state.loss];
    const status = byId('status');
    const names = [...lost].map((i) => data.endpoints[i].name);
    const what = row ? row.title : names.length ? `${names.join(' and ')} lost` : 'Nothing lost';
    const parts = [];
    const nobody = data.destinations.findIndex((d) => d.nobody);
    const unanswered = now.get(nobody) ?? 0;
    const failing = [...now].reduce((sum, [to, share]) =>
      sum + (isEndpoint(to) && lost.has(destination(to).endpoint) ? share : 0), 0);
    const normal = situation(of, true);
    classesOf(of);
    const moved = shares.reduce((sum, part, i) => sum + (of.weights[i] / weight) * distance(part, normal[i]), 0);
    if (row || names.length) parts.push(`${percent(moved)} of all traffic moves`);
    parts.push(`without an answer ${percent(unanswered)}`);
    if (failing > 1e-12) parts.push(`sent to what is lost ${percent(failing)}`);
    const full = data.endpoints.map((e, i) => [i, use(i, [...now].reduce((sum, [to, share]) =>
      sum + (destination(to).endpoint === i ? share : 0), 0))]).filter(([i, u]) => u && !lost.has(i))
      .sort((a, b) => b[1].part - a[1].part);
    if (full.length) parts.push(`fullest ${data.endpoints[full[0][0]].name} ${percent(full[0][1].part)}`);
    const detail = row ?? (lost.size ? of.losses.find((r) => !r.changes && r.lost.length === lost.size
      && r.lost.every((i) => lost.has(i))) : null);
    if (detail?.effect) parts.push(detail.effect);
    status.replaceChildren(`${what}: `, element('span', {}, `${parts.join('; ')}.`));
  }

  /** The part of the traffic that goes elsewhere than before. */
  function distance(a, b) {
    const gone = new Map(b);
    let moved = 0;
    for (const [to, share] of a) moved += Math.max(0, share - (gone.get(to) ?? 0));
    return moved;
  }

  function drawTable(of, shares, lost) {
    const filter = byId('filter').value.trim().toLowerCase();
    const normal = situation(of, true);
    const lines = data.groups.map((group, g) => {
      const now = words(mixed(of, shares, [g]), lost);
      const then = words(mixed(of, normal, [g]), new Set());
      return { group, now, then };
    }).filter(({ group, now, then }) =>
      !filter || `${group.code} ${group.title} ${now} ${then}`.toLowerCase().includes(filter));
    lines.sort((a, b) => b.group.weight - a.group.weight);
    byId('rows').replaceChildren(...lines.map(({ group, now, then }) => element('tr', {},
      element('th', { scope: 'row' }, `${group.title} (${group.code})`),
      element('td', {}, percent(group.weight / weight)),
      element('td', {}, now === then ? now : element('b', {}, now)),
      element('td', {}, now === then ? '' : then))));
  }

  function covered(lost) {
    const known = service().covers;
    return lost.size <= known || service().losses.some((row) => !row.changes && row.lost.length === lost.size
      && row.lost.every((i) => lost.has(i)));
  }

  function toggle(members) {
    const lost = new Set(lostNow());
    const off = members.every((i) => lost.has(i));
    for (const i of members) if (off) lost.delete(i); else lost.add(i);
    const fits = covered(lost);
    byId('limit').hidden = fits;
    byId('limit').textContent = fits ? '' : `This page covers ${service().covers} lost at once, and whole regions: `
      + 'more combinations would make it too large. Let one come up again first.';
    if (!fits) return;
    state.lost = lost;
    state.loss = null;
    draw();
  }

  function draw() {
    const of = service();
    const shares = situation(of);
    const lost = lostNow();
    const now = total(of, shares);
    const normal = total(of, situation(of, true));
    let before = null;
    if (state.moved && data.versions.length > 1) {
      const other = data.versions[0].services[state.service];
      if (other && other !== of) before = { of: other, shares: situation(other) };
    }
    drawMap(of, shares, before, lost);
    drawBars(of, now, normal, lost);
    drawStatus(of, now, shares, lost);
    drawTable(of, shares, lost);
    byId('reset').disabled = lost.size === 0 && state.loss === null;
    for (const section of document.querySelectorAll('.tables')) {
      section.hidden = Number(section.dataset.service) !== state.service;
    }
    for (const button of document.querySelectorAll('.show')) {
      const section = button.closest('.tables');
      const row = of.losses[Number(button.dataset.loss)];
      button.setAttribute('aria-pressed', String(Number(section.dataset.service) === state.service
        && (state.loss === null ? !row.changes && row.lost.length === lost.size && row.lost.every((i) => lost.has(i))
          : state.loss === Number(button.dataset.loss))));
    }
    tell(null);
  }

  pins();
  rows();
  byId('map').addEventListener('pointerover', (event) => tell(event.target.dataset?.place));
  byId('map').addEventListener('click', (event) => tell(event.target.dataset?.place));
  byId('reset').addEventListener('click', () => {
    state.lost = new Set();
    state.loss = null;
    draw();
  });
  byId('filter').addEventListener('input', draw);
  byId('service')?.addEventListener('change', (event) => {
    state.service = Number(event.target.value);
    state.lost = new Set();
    state.loss = null;
    draw();
  });
  byId('version')?.addEventListener('change', (event) => {
    if (event.target.name === 'version') state.version = Number(event.target.value);
    else state.moved = event.target.checked;
    draw();
  });
  for (const button of document.querySelectorAll('.show')) {
    button.addEventListener('click', () => {
      const row = service().losses[Number(button.dataset.loss)];
      state.loss = row.changes ? Number(button.dataset.loss) : null;
      state.lost = row.changes ? new Set() : new Set(row.lost);
      draw();
      byId('picture').scrollIntoView();
    });
  }
  draw();
})();
