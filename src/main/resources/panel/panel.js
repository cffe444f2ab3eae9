'use strict';
// Shows what the panel tells as JSON, and asks again every second.
(() => {
  const byId = (id) => document.getElementById(id);
  const EVERY = 1000;
  const RECENT = 20;
  let before = null;
  let known = '';

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  async function ask(path = '/', method = 'GET') {
    try {
      const answer = await fetch(path, { method, headers: { Accept: 'application/json' } });
      draw(await answer.json());
    } catch {
      byId('status').replaceChildren(element('span', { class: 'bad' }, 'The server has ended.'));
    }
  }

  /** A segment of a path; the colon of region:x stays readable. */
  const segment = (name) => encodeURIComponent(name).replaceAll('%3A', ':');

  function draw(state) {
    if (state.error) {
      byId('status').replaceChildren(element('span', { class: 'bad' }, state.error));
      return;
    }
    byId('zones').textContent = state.zones.join(', ');
    const unnoticed = state.unnoticed.length
      ? [element('span', { class: 'bad' }, ` Route 53 does not notice ${state.unnoticed.join(', ')}: no health check.`)] : [];
    byId('status').replaceChildren(state.down.length ? `Down: ${state.down.join(', ')}.` : 'Everything is up.', ...unnoticed);
    buttons(state);
    answers(state.counts);
  }

  function buttons({ known: names, down }) {
    if (known !== names.join('\n')) {
      known = names.join('\n');
      const regionsFirst = [...names].sort((a, b) => b.startsWith('region:') - a.startsWith('region:'));
      byId('known').replaceChildren(...regionsFirst.map((name) => {
        const button = element('button', { type: 'button', 'data-name': name }, name);
        button.addEventListener('click', () => ask(
          `/${button.getAttribute('aria-pressed') === 'true' ? 'up' : 'down'}/${segment(name)}`, 'POST'));
        return button;
      }));
    }
    for (const button of byId('known').children) {
      button.setAttribute('aria-pressed', String(down.includes(button.dataset.name)));
      button.hidden = !button.dataset.name.toLowerCase().includes(byId('find').value.trim().toLowerCase());
    }
    byId('up').disabled = down.length === 0;
  }

  function answers(counts) {
    const asked = new Map();
    for (const { name, type, count } of counts) asked.set(`${name} ${type}`, (asked.get(`${name} ${type}`) ?? 0) + count);
    byId('none').hidden = counts.length > 0;
    byId('counts').replaceChildren(...counts.map(({ name, type, answer, count }) => {
      const share = count / asked.get(`${name} ${type}`);
      return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, type), element('td', {}, answer),
        element('td', {}, String(count)), element('td', {}, `${(share * 100).toFixed(1)} %`),
        element('td', {}, element('meter', { value: share, 'aria-hidden': 'true' })));
    }));
    const now = new Map(counts.map((c) => [JSON.stringify([c.name, c.type, c.answer]), c.count]));
    if (before) {
      for (const [key, count] of now) {
        const more = count - (before.get(key) ?? 0);
        if (more > 0) {
          const [name, type, answer] = JSON.parse(key);
          byId('recent').prepend(element('li', {}, `${name} ${type}: ${answer}${more > 1 ? ` (${more} times)` : ''}`));
        }
      }
      while (byId('recent').children.length > RECENT) byId('recent').lastChild.remove();
    }
    before = now;
  }

  byId('up').addEventListener('click', () => ask('/up', 'POST'));
  byId('find').addEventListener('input', () => ask());
  ask();
  setInterval(ask, EVERY);
})();
