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
  const slot = (endpoint) => data.endpoints[endpoint].slot;
  const colourOf = (endpoint) => COLOURS[slot(endpoint) % COLOURS.length];
  const letterOf = (endpoint) => letter(slot(endpoint));

  function element(name, attributes = {}, ...children) {
    const made = name.startsWith('svg:')
      ? document.createElementNS(SVG, name.slice(4)) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // ---- what was computed ----

  const service = (v = state.version) => data.versions[v].services[state.service];
  const isThere = (of) => of.replies !== undefined;

  // Of replies that are others without some destinations, the rest in proportion.
  for (const version of data.versions) {
    for (const of of version.services) {
      if (!isThere(of)) continue;
      of.replies = of.replies.map((reply) => {
        if (Array.isArray(reply)) return reply;
        const rest = of.replies[reply.of].filter(([to]) => !reply.without.includes(to));
        const sum = rest.reduce((all, [, share]) => all + share, 0);
        return rest.map(([to, share]) => [to, share / sum]);
      });
      const groups = groupsOf(of);
      of.all = groups.reduce((sum, [, , weight]) => sum + weight, 0);
      of.classOf = [];
      of.classes.forEach((members, i) => members.forEach((g) => { of.classOf[g] = i; }));
      of.weights = of.classes.map((members) => members.reduce((sum, g) => sum + groups[g][2], 0) / of.all);
    }
  }

  function groupsOf(of) {
    return data.populations[of.population].groups;
  }

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

  function total(of, shares) {
    const sum = new Map();
    shares.forEach((part, i) => add(sum, part, of.weights[i]));
    return sum;
  }

  /** The mixed shares of some groups of clients, the largest first. */
  function mixed(of, shares, members) {
    const groups = groupsOf(of);
    const all = members.reduce((sum, g) => sum + groups[g][2], 0);
    const sum = new Map();
    members.forEach((g) => add(sum, shares[of.classOf[g]], groups[g][2] / all));
    return new Map([...sum].filter(([, share]) => share > 1e-12).sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  }

  const lostNow = () => {
    const row = state.loss === null ? null : service().losses[state.loss];
    return row ? new Set(row.lost) : state.lost;
  };

  // ---- words ----

  // Half of the last digit is rounded up, as on the command line; sums of doubles may fall short of it.
  const rounded = (value, digits) => (Math.round(value * 10 ** digits + 1e-7) / 10 ** digits).toFixed(digits);
  const plain = (value) => rounded(value, 1).replace(/\.0$/, '');
  function percent(share) {
    const text = plain(share * 100);
    if (share > 1e-12 && text === '0') return '<0.1\u00a0%';
    if (share < 1 - 1e-12 && text === '100') return '>99.9\u00a0%';
    return `${text}\u00a0%`; // one word, that no line breaks
  }
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
    return endpoint === undefined ? '#999' : colourOf(endpoint);
  }

  /** A colour; past the seventh endpoint, and for what fails, a pattern. */
  function fill(to, lost) {
    const base = colour(to);
    const { endpoint } = destination(to);
    if (endpoint === undefined) return base;
    if (lost.has(endpoint)) {
      return pattern(`fails-${endpoint}`, 28, 45, rect(0, 28, base), rect(0, 10, '#000'));
    }
    const round = Math.floor(slot(endpoint) / COLOURS.length);
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
      const groups = data.populations[of.population].places[path.dataset.place];
      path.toggleAttribute('data-empty', !groups);
      if (!groups) {
        path.style.fill = '';
        continue;
      }
      const part = mixed(of, shares, groups);
      const same = before && words(part, lost) === words(mixed(before.of, before.shares, groups), lost);
      path.style.fill = mixedFill(part, lost);
      path.classList.toggle('unmoved', Boolean(same));
      if (data.labels[path.dataset.place] && !same) {
        const [x, y] = data.labels[path.dataset.place];
        const text = [...part.keys()].slice(0, 3).map((to) => (isEndpoint(to)
          ? letterOf(destination(to).endpoint) : destination(to).nobody ? '–' : '?')).join('+');
        letters.append(element('svg:text', { x, y }, text));
      }
    }
  }

  function tell(place) {
    const of = service();
    const members = place && isThere(of) ? data.populations[of.population].places[place] : undefined;
    if (!members) {
      tip.textContent = 'Point at a place, or see “By place” below.';
      return;
    }
    const now = words(mixed(of, situation(of), members), lostNow());
    const then = words(mixed(of, situation(of, true), members), new Set());
    const name = members.map((g) => groupsOf(of)[g][1]).slice(0, 5).join(', ');
    tip.textContent = `${name}: ${now}${now === then ? '' : `; normally ${then}`}`;
  }

  function pins() {
    const at = byId('pins');
    data.endpoints.forEach((endpoint, i) => {
      if (!endpoint.pin) return;
      const [x, y] = endpoint.pin;
      at.append(element('svg:line', { class: 'stalk', 'data-endpoint': i, x1: x, y1: y, x2: endpoint.at[0], y2: endpoint.at[1] }));
    });
    data.endpoints.forEach((endpoint, i) => {
      if (!endpoint.pin) return;
      const [x, y] = endpoint.pin;
      const pin = element('svg:g', { class: 'pin', tabindex: '0', role: 'button', 'data-endpoint': i,
        'aria-pressed': 'false', 'aria-label': `Fail ${endpoint.name}, ${letterOf(i)} on the map` },
      element('svg:title', {}, endpoint.name),
      element('svg:circle', { class: 'ring', cx: x, cy: y, r: 42 }),
      element('svg:circle', { class: 'face', cx: x, cy: y, r: 38, fill: colourOf(i) }),
      element('svg:text', { x, y: y + 2 }, letterOf(i)),
      element('svg:path', { class: 'cross', d: `M${x - 26} ${y - 26}l52 52m0-52l-52 52` }));
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
        element('svg:rect', { width: 24, height: 24, rx: 4, fill: colourOf(i) }),
        element('svg:text', { x: 12, y: 13 }, letterOf(i)));
      const bar = element('svg:svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        element('svg:rect', { class: 'back', width: 100, height: 10 }),
        element('svg:rect', { class: 'now', y: 1, height: 8, fill: colourOf(i) }),
        element('svg:line', { class: 'normal', y1: 0, y2: 10 }));
      const button = element('button', { type: 'button', class: 'endpoint', 'aria-pressed': 'false', 'data-endpoint': i },
        face, element('span', { class: 'name' }, endpoint.name), bar, element('span', { class: 'numbers' }));
      button.addEventListener('click', () => toggle([i]));
      list.append(button);
    });
    for (const region of new Set(data.endpoints.map((e) => e.region).filter(Boolean))) {
      const button = element('button', { type: 'button', 'aria-pressed': 'false', 'data-region': region }, `Fail ${region}`);
      button.addEventListener('click', () => toggle(inRegion(service(), region)));
      byId('regions').append(button);
    }
  }

  const inRegion = (of, region) => of.endpoints.filter((i) => data.endpoints[i].region === region);

  function use(of, i, share) {
    const capacity = of.capacities[i];
    if (!capacity || of.demand === undefined) return null;
    const load = share * of.demand;
    return { load, capacity, part: load / capacity };
  }

  const toEndpoint = (sum, i) => sum.get(i + 1) ?? 0; // destination 0 is no answer, then come endpoints

  function drawBars(of, now, normal, lost) {
    const known = Object.keys(of.capacities).length > 0;
    for (const button of document.querySelectorAll('.endpoint')) {
      const i = Number(button.dataset.endpoint);
      button.hidden = !of.endpoints.includes(i);
      const [share, usually] = [toEndpoint(now, i), toEndpoint(normal, i)];
      const [used, usedUsually] = [use(of, i, share), use(of, i, usually)];
      const length = (u, part) => Math.min(100, (known ? u?.part ?? 0 : part) * 100);
      button.setAttribute('aria-pressed', String(lost.has(i)));
      button.querySelector('.now').setAttribute('width', String(length(used, share)));
      for (const end of ['x1', 'x2']) {
        button.querySelector('.normal').setAttribute(end, String(length(usedUsually, usually)));
      }
      button.querySelector('.numbers').replaceChildren(...numbersOf(share, usually, used, lost.has(i)));
    }
    for (const pin of document.querySelectorAll('.pin')) {
      const i = Number(pin.dataset.endpoint);
      pin.classList.toggle('absent', !of.endpoints.includes(i));
      pin.classList.toggle('lost', lost.has(i));
      pin.setAttribute('aria-pressed', String(lost.has(i)));
    }
    for (const button of byId('regions').children) {
      const members = inRegion(of, button.dataset.region);
      button.hidden = members.length < 2;
      button.setAttribute('aria-pressed', String(members.every((i) => lost.has(i))));
    }
  }

  function numbersOf(share, normally, used, isLost) {
    const parts = [element('b', { class: 'share' }, percent(share))];
    if (used && !(isLost && share === 0)) {
      const text = `, ${plain(used.load)} of ${plain(used.capacity)}: ${percent(used.part)}`;
      parts.push(used.part > 1 + 1e-9 && !isLost
        ? element('span', { class: 'bad' }, `${text} – over capacity`) : text);
    }
    if (isLost) parts.push(element('span', { class: 'bad' }, share > 0 ? ' lost, and still sent clients' : ' lost'));
    if (percent(share) !== percent(normally)) parts.push(`; normally ${percent(normally)}`);
    return parts;
  }

  // ---- the rest ----

  const isOf = (row, lost) => row.lost.length > 0 && row.lost.length === lost.size
    && row.lost.every((i) => lost.has(i));

  function drawStatus(of, now, shares, lost) {
    const row = state.loss === null ? of.losses.find((r) => isOf(r, lost)) : of.losses[state.loss];
    const names = [...lost].sort((a, b) => a - b).map((i) => data.endpoints[i].name);
    const what = state.loss !== null ? `${row.title} lost` : names.length ? `${names.join(' and ')} lost` : 'Nothing lost';
    const normal = situation(of, true);
    const moved = shares.reduce((sum, part, i) => sum + of.weights[i] * distance(part, normal[i]), 0);
    const failing = [...lost].reduce((sum, i) => sum + toEndpoint(now, i), 0);
    const fullest = of.endpoints.map((i) => [i, use(of, i, toEndpoint(now, i))])
      .filter(([i, used]) => used && !lost.has(i)).sort((a, b) => b[1].part - a[1].part)[0];
    const parts = [];
    if (what !== 'Nothing lost') parts.push(`${percent(moved)} of all traffic moves`);
    parts.push(`no answer ${percent(now.get(0) ?? 0)}`);
    if (failing > 1e-12) parts.push(`sent to what is lost ${percent(failing)}`);
    if (fullest) parts.push(`fullest ${data.endpoints[fullest[0]].name} ${percent(fullest[1].part)}`);
    if (row?.effect) parts.push(row.effect);
    byId('status').replaceChildren(`${what}: `, element('span', {}, `${parts.join('; ')}.`));
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
    const lines = groupsOf(of).map(([code, name, weight], g) => ({ code, name, weight,
      now: words(mixed(of, shares, [g]), lost), then: words(mixed(of, normal, [g]), new Set()) }))
      .filter((line) => `${line.code} ${line.name} ${line.now} ${line.then}`.toLowerCase().includes(filter))
      .sort((a, b) => b.weight - a.weight);
    byId('rows').replaceChildren(...lines.map(({ code, name, weight, now, then }) => element('tr', {},
      element('th', { scope: 'row' }, name === code ? name : `${name} (${code})`),
      element('td', {}, percent(weight / of.all)),
      element('td', {}, now === then ? now : element('b', {}, now)),
      element('td', {}, now === then ? '' : then))));
  }

  // ---- choosing ----

  function choose(lost, loss = null) {
    state.lost = lost;
    state.loss = loss;
    draw();
  }

  function toggle(members) {
    const of = service();
    const lost = new Set(lostNow());
    const up = members.every((i) => lost.has(i));
    for (const i of members) {
      if (up) lost.delete(i);
      else lost.add(i);
    }
    const known = lost.size <= of.covers ? null : of.losses.findIndex((row) => isOf(row, lost));
    const limit = byId('limit');
    limit.hidden = known !== -1;
    if (known === -1) {
      limit.textContent = `This page covers ${of.covers} lost at once, and whole regions; more combinations would`
        + ' make it too large. Let one come up again first.';
    } else {
      choose(lost, known);
    }
  }

  function draw() {
    const of = service();
    byId('picture').classList.toggle('absent', !isThere(of));
    for (const section of document.querySelectorAll('.tables')) {
      section.hidden = Number(section.dataset.service) !== state.service || state.version < data.versions.length - 1;
    }
    if (!isThere(of)) {
      byId('status').textContent = 'This name is not there.';
      byId('rows').replaceChildren();
      return;
    }
    const shares = situation(of);
    const lost = lostNow();
    const now = total(of, shares);
    const other = data.versions.length > 1 ? service(1 - state.version) : of;
    const before = state.moved && other !== of && isThere(other)
      ? { of: other, shares: replies(other, lost).map((reply) => other.replies[reply]) } : null;
    drawMap(of, shares, before, lost);
    drawBars(of, now, total(of, situation(of, true)), lost);
    drawStatus(of, now, shares, lost);
    drawTable(of, shares, lost);
    byId('reset').disabled = lost.size === 0 && state.loss === null;
    for (const button of document.querySelectorAll('.show')) {
      const number = Number(button.dataset.loss);
      const isShown = Number(button.closest('.tables').dataset.service) === state.service
        && (state.loss === null ? isOf(of.losses[number], lost) : state.loss === number);
      button.setAttribute('aria-pressed', String(isShown));
    }
    tell(null);
  }

  pins();
  rows();
  byId('map').addEventListener('pointerover', (event) => tell(event.target.dataset?.place));
  byId('map').addEventListener('click', (event) => tell(event.target.dataset?.place));
  byId('reset').addEventListener('click', () => choose(new Set()));
  byId('filter').addEventListener('input', draw);
  byId('service')?.addEventListener('change', (event) => {
    state.service = Number(event.target.value);
    choose(new Set());
  });
  byId('version')?.addEventListener('change', (event) => {
    if (event.target.name === 'version') state.version = Number(event.target.value);
    else state.moved = event.target.checked;
    // Losses of one version are not numbered like the other's.
    choose(state.loss === null ? state.lost : new Set());
  });
  for (const button of document.querySelectorAll('.show')) {
    button.addEventListener('click', () => {
      const number = Number(button.dataset.loss);
      const row = service().losses[number];
      byId('limit').hidden = true;
      if (row.changes) choose(new Set(), number);
      else choose(new Set(row.lost));
      byId('picture').scrollIntoView();
    });
  }
  // Paper cannot be opened.
  const folded = [...document.querySelectorAll('details')];
  window.addEventListener('beforeprint', () => folded.forEach((details) => {
    details.dataset.open = details.open;
    details.open = true;
  }));
  window.addEventListener('afterprint', () => folded.forEach((details) => {
    details.open = details.dataset.open === 'true';
  }));
  draw();
})();
