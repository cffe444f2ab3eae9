'use strict';
// Shows results that were computed when the report was made; nothing is resolved here.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const SVG = 'http://www.w3.org/2000/svg';
  const state = { service: 0, version: data.versions.length - 1, lost: new Set(), loss: null, moved: false,
    by: 'region', sort: '', find: '' };
  // Many endpoints are shown as groups: a colour, a letter and a pin for each region.
  const isFleet = data.grouped;

  // Okabe and Ito's colours, which colour-blind readers can tell apart; black is for no answer.
  const COLOURS = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'];
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const letter = (i) => (i < 26 ? LETTERS[i] : LETTERS[Math.floor(i / 26) - 1] + LETTERS[i % 26]);
  const regionNames = [...new Set(data.endpoints.map((e) => e.region ?? ''))];
  const slot = (endpoint) => (isFleet
    ? regionNames.indexOf(data.endpoints[endpoint].region ?? '') : data.endpoints[endpoint].slot);
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
  const MANY = 4;
  const words = (shares, lost) => (shares.size > MANY ? regionsOf(shares, lost) : [...shares].map(([to, share]) => [title(to, lost), share]))
    .map(([name, share], i, all) => (all.length === 1 ? name : `${name} ${percent(share)}`)).join(', ');

  /** Shares of many endpoints as those of their regions; what is lost stays by itself. */
  function regionsOf(shares, lost) {
    const sum = new Map();
    for (const [to, share] of shares) {
      const { endpoint } = destination(to);
      const region = endpoint === undefined || lost.has(endpoint) ? undefined : data.endpoints[endpoint].region;
      const key = region ?? title(to, lost);
      const [all, count] = sum.get(key) ?? [0, 0];
      sum.set(key, [all + share, count + (region ? 1 : 0)]);
    }
    return [...sum].sort((a, b) => b[1][0] - a[1][0])
      .map(([key, [share, count]]) => [count > 1 ? `${count} endpoints in ${key}` : key, share]);
  }

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

  /** Of destinations that look the same, the first with the shares of all. */
  function alike(shares, lost) {
    const sum = new Map();
    for (const [to, share] of shares) {
      const { endpoint } = destination(to);
      const key = endpoint === undefined ? `to ${to}` : `${slot(endpoint)} ${lost.has(endpoint)}`;
      const [first, all] = sum.get(key) ?? [to, 0];
      sum.set(key, [first, all + share]);
    }
    return [...sum.values()].sort((a, b) => b[1] - a[1]);
  }

  function mixedFill(shares, lost) {
    const parts = alike(shares, lost).slice(0, 6);
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
        const text = alike(part, new Set()).map(([to]) => to).slice(0, 3).map((to) => (isEndpoint(to)
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

  /** Endpoints by where their pins are. */
  function pinned() {
    const at = new Map();
    data.endpoints.forEach((endpoint, i) => {
      if (!endpoint.pin) return;
      const key = endpoint.pin.join();
      if (!at.has(key)) at.set(key, []);
      at.get(key).push(i);
    });
    return [...at.values()];
  }

  function pins() {
    const at = byId('pins');
    const all = pinned();
    for (const [i] of all) {
      const { pin: [x, y], at: [toX, toY] } = data.endpoints[i];
      at.append(element('svg:line', { class: 'stalk', 'data-endpoint': i, x1: x, y1: y, x2: toX, y2: toY }));
    }
    for (const members of all) {
      const [i] = members;
      const { pin: [x, y], name, region } = data.endpoints[i];
      const several = members.length > 1;
      const label = several ? `Show the ${members.length} endpoints of ${region}, ${letterOf(i)} on the map`
        : `Fail ${name}, ${letterOf(i)} on the map`;
      const pin = element('svg:g', { class: 'pin', tabindex: '0', role: 'button', 'data-endpoint': i,
        'data-members': members.join(), ...(several ? {} : { 'aria-pressed': 'false' }), 'aria-label': label },
      element('svg:title', {}, several ? `${region}: ${members.length} endpoints` : name),
      element('svg:circle', { class: 'ring', cx: x, cy: y, r: 42 }),
      element('svg:circle', { class: 'face', cx: x, cy: y, r: 38, fill: colourOf(i) }),
      element('svg:text', { x, y: y + 2 }, letterOf(i)),
      element('svg:path', { class: 'cross', d: `M${x - 26} ${y - 26}l52 52m0-52l-52 52` }));
      if (several) {
        pin.append(element('svg:circle', { class: 'badge', cx: x + 34, cy: y - 34, r: 25 }),
          element('svg:text', { class: 'count', x: x + 34, y: y - 33 }, String(members.length)));
      }
      const act = () => (several ? open(i) : toggle([i]));
      pin.addEventListener('click', act);
      pin.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          act();
        }
      });
      at.append(pin);
    }
  }

  /** Unfolds the group that an endpoint is in. */
  function open(i) {
    if (state.by === '') return;
    const group = document.querySelector(`.endpoint[data-endpoint="${i}"]`).closest('.group');
    for (const other of document.querySelectorAll('.group')) other.open = other === group;
    group.scrollIntoView({ block: 'nearest' });
    group.querySelector('summary').focus({ preventScroll: true });
  }

  // ---- the bars ----

  const faceOf = (i) => element('svg:svg', { class: 'key', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    element('svg:rect', { width: 24, height: 24, rx: 4, fill: colourOf(i) }),
    element('svg:text', { x: 12, y: 13 }, letterOf(i)));
  const barOf = (i) => element('svg:svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    element('svg:rect', { class: 'back', width: 100, height: 10 }),
    element('svg:rect', { class: 'now', y: 1, height: 8, fill: colourOf(i) }),
    element('svg:line', { class: 'normal', y1: 0, y2: 10 }));

  const buttons = data.endpoints.map((endpoint, i) => {
    const button = element('button', { type: 'button', class: 'endpoint', 'aria-pressed': 'false', 'data-endpoint': i },
      faceOf(i), element('span', { class: 'name' }, endpoint.name), barOf(i), element('span', { class: 'numbers' }));
    button.addEventListener('click', () => toggle([i]));
    return button;
  });

  /** Puts the endpoints into their groups, in the chosen order. */
  function arrange(of, now) {
    const list = byId('endpoints');
    const wasOpen = new Set([...list.querySelectorAll('.group[open]')].map((g) => g.dataset.group));
    const found = data.endpoints.map((_, i) => i).filter((i) => of.endpoints.includes(i) && isFound(i));
    const share = (i) => toEndpoint(now, i);
    const used = (i) => use(of, i, share(i))?.part ?? share(i);
    const orders = { used: (a, b) => used(b) - used(a), share: (a, b) => share(b) - share(a),
      name: (a, b) => (data.endpoints[a].name < data.endpoints[b].name ? -1 : 1) };
    if (orders[state.sort]) found.sort(orders[state.sort]);
    if (!isFleet || state.by === '') {
      list.replaceChildren(...found.map((i) => buttons[i]));
      return;
    }
    const groups = new Map();
    for (const i of found) {
      const key = data.endpoints[i][state.by] ?? `no ${state.by}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(i);
    }
    list.replaceChildren(...[...groups].map(([key, members]) => {
      const group = element('details', { class: 'group', 'data-group': key, 'data-members': members.join() },
        element('summary', {}, faceOf(members[0]), element('span', { class: 'name' }, key,
          element('small', {}, ` ${members.length} endpoint${members.length === 1 ? '' : 's'}`)),
        barOf(members[0]), element('span', { class: 'numbers' })),
        ...failAll(of, key), ...members.map((i) => buttons[i]));
      group.open = wasOpen.has(key) || state.find !== '';
      return group;
    }));
  }

  /** The losses that were worked out are those of regions, whatever endpoints are shown of one. */
  function failAll(of, key) {
    if (state.by !== 'region') return [];
    const members = inRegion(of, key);
    if (members.length < 2) return [];
    const up = members.every((i) => lostNow().has(i));
    const button = element('button', { type: 'button', class: 'fail' }, `${up ? 'Up again:' : 'Fail'} all of ${key}`);
    button.addEventListener('click', () => toggle(members));
    return [element('p', { class: 'buttons' }, button)];
  }

  function isFound(i) {
    const { name, region = '', pool = '' } = data.endpoints[i];
    return `${name} ${region} ${pool}`.toLowerCase().includes(state.find);
  }

  function drawGroups(of, now, normal, lost) {
    const known = Object.keys(of.capacities).length > 0;
    for (const group of document.querySelectorAll('.group')) {
      const members = group.dataset.members.split(',').map(Number);
      const sum = (shares) => members.reduce((all, i) => all + toEndpoint(shares, i), 0);
      const [share, usually] = [sum(now), sum(normal)];
      const fullest = members.map((i) => use(of, i, toEndpoint(now, i)))
        .reduce((most, u) => (u && (!most || u.part > most.part) ? u : most), null);
      const usedUsually = members.map((i) => use(of, i, toEndpoint(normal, i))?.part ?? 0);
      const length = (part) => String(Math.min(100, part * 100));
      group.querySelector('summary .now').setAttribute('width', length(known ? fullest?.part ?? 0 : share));
      for (const end of ['x1', 'x2']) {
        group.querySelector('summary .normal').setAttribute(end, length(known ? Math.max(...usedUsually) : usually));
      }
      const gone = members.filter((i) => lost.has(i)).length;
      const parts = [element('b', { class: 'share' }, percent(share))];
      if (fullest) {
        parts.push(fullest.part > 1 + 1e-9
          ? element('span', { class: 'bad' }, `, fullest ${percent(fullest.part)}, over`)
          : `, fullest ${percent(fullest.part)}`);
      }
      if (gone) parts.push(element('span', { class: 'bad' }, ` ${gone} lost`));
      if (percent(share) !== percent(usually)) parts.push(`; normally ${percent(usually)}`);
      group.querySelector('summary .numbers').replaceChildren(...parts);
    }
  }

  function rows() {
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
    arrange(of, now);
    drawGroups(of, now, normal, lost);
    for (const button of buttons) {
      const i = Number(button.dataset.endpoint);
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
      const members = pin.dataset.members.split(',').map(Number);
      const gone = members.filter((i) => lost.has(i)).length;
      pin.classList.toggle('absent', !members.some((i) => of.endpoints.includes(i)));
      pin.classList.toggle('lost', gone === members.length);
      pin.classList.toggle('partly', gone > 0 && gone < members.length);
      if (pin.hasAttribute('aria-pressed')) pin.setAttribute('aria-pressed', String(gone > 0));
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
    const all = [...lost].sort((a, b) => a - b).map((i) => data.endpoints[i].name);
    const names = all.length > MANY ? [...all.slice(0, MANY - 1), `${all.length - MANY + 1} more`] : all;
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

  // ---- what a change moves ----

  /** Who gets what of whom, of the traffic that goes elsewhere than before; the largest first. */
  function flows(before, after) {
    const groups = groupsOf(after);
    const sum = new Map();
    groups.forEach(([, , weight], g) => {
      const was = new Map(before.replies[before.normal[before.classOf[g]]]);
      const is = new Map(after.replies[after.normal[after.classOf[g]]]);
      const from = [...was].map(([to, share]) => [to, share - (is.get(to) ?? 0)]).filter(([, share]) => share > 1e-12);
      const into = [...is].map(([to, share]) => [to, share - (was.get(to) ?? 0)]).filter(([, share]) => share > 1e-12);
      const all = into.reduce((total, [, share]) => total + share, 0);
      for (const [a, less] of from) {
        for (const [b, more] of into) {
          const key = `${a} ${b}`;
          sum.set(key, (sum.get(key) ?? 0) + (weight / after.all) * less * (more / all));
        }
      }
    });
    return [...sum].map(([key, share]) => [...key.split(' ').map(Number), share]).sort((a, b) => b[2] - a[2]);
  }

  function drawHeadline() {
    const headline = byId('headline');
    if (data.versions.length < 2) return;
    headline.hidden = false;
    const [before, after] = [service(0), service(1)];
    const name = data.names[state.service];
    if (!isThere(before) || !isThere(after)) {
      headline.replaceChildren(element('p', { class: 'moves' }, `${name} ${isThere(after) ? 'is new' : 'is gone'}.`));
      return;
    }
    const moving = flows(before, after);
    const moved = moving.reduce((sum, [, , share]) => sum + share, 0);
    if (moved < 1e-12) {
      headline.replaceChildren(element('p', { class: 'moves' }, `No traffic of ${name} moves while nothing is lost.`));
      return;
    }
    const [sums, most] = [[before, after].map((of) => total(of, situation(of, true))), 6];
    const changed = [...new Set(moving.flatMap(([a, b]) => [a, b]))].slice(0, most);
    const table = (titles, lines) => element('table', {},
      element('thead', {}, element('tr', {}, ...titles.map((t) => element('th', { scope: 'col' }, t)))),
      element('tbody', {}, ...lines.map(([first, ...rest]) => element('tr', {},
        element('th', { scope: 'row' }, first), ...rest.map((cell) => element('td', {}, cell))))));
    const [a, b, share] = moving[0];
    headline.replaceChildren(
      element('p', { class: 'moves' }, `${percent(moved)} of the traffic of ${name} moves`,
        element('span', {}, `, most of it from ${destination(a).title} to ${destination(b).title} (${percent(share)})`)),
      element('div', { class: 'sides' },
        table(['From', 'To', 'Share'], moving.slice(0, most).map(([from, to, part]) =>
          [destination(from).title, destination(to).title, percent(part)])),
        table(['Serves', 'Before', 'After'], changed.map((to) =>
          [destination(to).title, percent(sums[0].get(to) ?? 0), percent(sums[1].get(to) ?? 0)]))));
    if (moving.length > most) headline.append(element('p', { class: 'note' }, `… and ${moving.length - most} smaller moves.`));
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
    drawHeadline();
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
      const also = button.dataset.also.split(' ').map(Number);
      const isShown = Number(button.closest('.tables').dataset.service) === state.service
        && (state.loss === null ? also.some((i) => of.losses[i] && isOf(of.losses[i], lost)) : also.includes(state.loss));
      button.setAttribute('aria-pressed', String(isShown));
    }
    tell(null);
  }

  pins();
  rows();
  byId('tools').hidden = !isFleet;
  if (!data.endpoints.some((e) => e.pool)) byId('by').querySelector('[value=pool]').remove();
  for (const id of ['find', 'by', 'sort']) {
    byId(id).addEventListener('input', (event) => {
      state[id] = event.target.value.trim().toLowerCase();
      draw();
    });
  }
  for (const id of ['tools', 'choices']) byId(id).addEventListener('submit', (event) => event.preventDefault());
  if (isFleet) {
    byId('places-fold').open = false;
    byId('endpoints').classList.add('fleet');
    byId('regions').hidden = true;
    for (const list of document.querySelectorAll('.summary')) list.classList.add('few');
  }
  // Without a script all losses are there.
  for (const button of document.querySelectorAll('.all')) {
    if (button.dataset.more === '0') continue;
    const table = button.closest('.tables').querySelector('.losses');
    table.classList.add('few');
    button.hidden = false;
    button.addEventListener('click', () => {
      for (const few of button.closest('.tables').querySelectorAll('.few')) few.classList.remove('few');
      button.hidden = true;
    });
  }
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
