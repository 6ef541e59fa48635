/// <reference lib="deno.ns" />
import { FINAL_ERRORS } from '../../../web/js/core/protocol.js';
import { createAnnouncer } from '../../../web/js/ui/announce.js';
import { chosenLanguage, createWords } from '../../../web/js/ui/i18n.js';
import { fixture, handTurnedClock, holds, memoryStore, ROOT, same } from './support.js';

/** @typedef {Record<string, string | Record<string, string>>} Phrases */

/** @param {string} language @returns {Phrases} */
function phrases(language) {
  const folder = new URL('web/i18n/', ROOT);
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) =>
    name.startsWith(`${language}.`)
  ).sort();
  const all = names.flatMap((name) =>
    Object.entries(JSON.parse(Deno.readTextFileSync(new URL(name, folder))))
  );
  same(new Set(all.map(([key]) => key)).size, all.length, 'A sentence stands in one file only.');
  return Object.fromEntries(all.sort(([one], [other]) => one < other ? -1 : 1));
}

const de = phrases('de');
const en = phrases('en');
const sources = [...files(new URL('web/', ROOT))];

/** @param {URL} folder @returns {Generator<{ path: string, text: string }>} */
function* files(folder) {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = new URL(isDirectory ? `${name}/` : name, folder);
    if (isDirectory) yield* files(path);
    else yield { path: path.href.slice(ROOT.href.length), text: Deno.readTextFileSync(path) };
  }
}

/** @param {string | Record<string, string>} phrase */
function forms(phrase) {
  return typeof phrase === 'string' ? [phrase] : Object.values(phrase);
}

/** @param {string | Record<string, string>} phrase */
function placeholders(phrase) {
  return [...new Set(forms(phrase).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
}

Deno.test('Both languages have the same sentences with the same places to fill', () => {
  same(Object.keys(de), Object.keys(en));
  for (const key of Object.keys(de)) {
    same(placeholders(de[key] ?? ''), placeholders(en[key] ?? ''), key);
    same(typeof de[key], typeof en[key], key);
  }
});

Deno.test('No sentence is the same in both languages', () => {
  for (const [key, phrase] of Object.entries(de)) {
    const said = forms(phrase).join(' ');
    const words = said.replace(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? [];
    // Some words are. That two in a row are is a sentence that nobody has translated.
    if (new Set(words).size > 1) holds(said !== forms(en[key] ?? '').join(' '), key);
  }
});

Deno.test('Each number has its form, and no sentence is empty', () => {
  for (const [language, all] of /** @type {const} */ ([['de', de], ['en', en]])) {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, phrase] of Object.entries(all)) {
      if (typeof phrase !== 'string') same(Object.keys(phrase).sort(), [...categories].sort(), key);
      for (const form of forms(phrase)) holds(form.trim(), `${language} ${key}`);
    }
  }
});

Deno.test('Every sentence that the code asks for exists, and every one is asked for', () => {
  const asked = new Set();
  const prefixes = new Set(['reason.', 'state.', 'news.own.', 'final.']);
  for (const { path, text } of sources.filter(({ path }) => path.endsWith('.js'))) {
    for (const [, key = ''] of text.matchAll(/'([a-z]+(?:\.[a-zA-Z]+)+)'/g)) {
      if (key in de) asked.add(key);
    }
    for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
      holds(key in de, `${path}: ${key}`);
    }
    for (const [, prefix = ''] of text.matchAll(/\bt\(\s*`([a-z.]+)\$\{/g)) prefixes.add(prefix);
  }
  const choices = sources.flatMap((
    { text },
  ) => [...text.matchAll(/\bt\(\w+ \? '([^']+)' : '([^']+)'/g)]);
  for (const [, one = '', other = ''] of choices) {
    holds(one in de && other in de, `${one} ${other}`);
  }
  for (const key of Object.keys(de)) {
    const known = asked.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix));
    holds(known, `Nobody says ${key}.`);
  }
});

Deno.test('Every phase, state and connection has its words', () => {
  const keys = {
    phase: ['planned', 'lobby', 'live', 'paused', 'afterTalk', 'ended'],
    state: ['live', 'answered', 'declined', 'pending', 'followUp'],
    net: ['offline', 'connecting', 'live', 'closed'],
    section: ['live', 'pending', 'own', 'open', 'followUp', 'answered', 'declined', 'open.empty'],
    stage: ['question', 'list', 'waiting', 'ended'],
    final: [
      'removed',
      'linkRevoked',
      'meetingUnknown',
      'meetingEnded',
      'keyUnknown',
      'versionTooOld',
    ],
  };
  for (const [prefix, names] of Object.entries(keys)) {
    for (const name of names) holds(`${prefix}.${name}` in de, `${prefix}.${name}`);
  }
});

Deno.test('Every rejection has a sentence in both languages', () => {
  for (const reason of fixture('reasons').rejected) {
    holds(de[`reason.${reason}`] && en[`reason.${reason}`], reason);
  }
});

Deno.test('Every error has a sentence in both languages, and a final one says what to do', () => {
  for (const reason of fixture('reasons').error) {
    const key = `${FINAL_ERRORS.has(reason) ? 'final' : 'reason'}.${reason}`;
    holds(de[key] && en[key], reason);
  }
});

Deno.test('Numbers, plurals and refusals are said properly', () => {
  const german = createWords('de', de);
  same(german.t('head.people', { n: 1 }), '1 Person da');
  same(german.t('head.people', { n: 1200 }), '1.200 Personen da');
  same(
    german.refusal({ reason: 'tooSoon', wait: 4200 }),
    'Bitte warten Sie noch 5 Sekunden bis zur nächsten Frage.',
  );
  same(german.refusal({ reason: 'somethingNew' }), 'Das hat nicht geklappt.');
  same(createWords('en', en).t('name.as', { who: '{n} $& Ada' }), 'You ask as {n} $& Ada.');
});

Deno.test('The language is the chosen one, else the browser’s, else German', () => {
  const store = memoryStore();
  same(chosenLanguage(store, ['fr-FR']), 'de');
  same(chosenLanguage(store, ['fr-FR', 'en-GB', 'de']), 'en');
  store.set('kaffeerunde.language', 'de');
  same(chosenLanguage(store, ['en-GB']), 'de');
});

Deno.test('Many news become few announcements', () => {
  const clock = handTurnedClock();
  const regions = { polite: { textContent: '' }, assertive: { textContent: '' } };
  const announcer = createAnnouncer(regions, { ...clock, hidden: () => false });
  /** @type {string[]} */
  const heard = [];
  for (let i = 0; i < 24; i++) {
    announcer.counted('questions', 1, (n) => `${n} neue Fragen`);
    clock.turn(100);
    const said = regions.polite.textContent;
    if (said && heard.at(-1) !== said) heard.push(said);
  }
  clock.turn(3_000);
  heard.push(regions.polite.textContent);
  holds(heard.length <= 3, heard.join());
  same(heard.reduce((sum, said) => sum + parseInt(said), 0), 24);
  clock.turn(20_000);
  same(regions.polite.textContent, '');
});

Deno.test('Whoever wants to hear less hears no counts, and at last only what needs them', () => {
  for (const loudness of /** @type {const} */ (['all', 'less', 'off'])) {
    const clock = handTurnedClock();
    const regions = { polite: { textContent: '' }, assertive: { textContent: '' } };
    const means = { ...clock, hidden: () => false, loudness: () => loudness };
    const announcer = createAnnouncer(regions, means);
    announcer.counted('questions', 2, (n) => `${n} neue Fragen`);
    announcer.polite('phase', 'Pause');
    announcer.assertive('Sie sind dran.');
    clock.turn(3_500);
    const wanted = { all: '2 neue Fragen Pause', less: 'Pause', off: '' };
    same(regions.polite.textContent, wanted[loudness]);
    same(regions.assertive.textContent, 'Sie sind dran.');
  }
});

Deno.test('Text of people never becomes markup, and nothing is run from text', () => {
  const never =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/;
  for (const { path, text } of sources) holds(!never.test(text), path);
  for (const { path, text } of sources.filter(({ path }) => path.endsWith('.html'))) {
    holds(!/\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)/.test(text), path);
  }
});

Deno.test('Nothing is loaded from elsewhere', () => {
  for (const { path, text } of sources) {
    const foreign = text.replaceAll('http://www.w3.org/2000/svg', '').match(
      /(https?:)?\/\/[a-z]+\./g,
    );
    holds(!foreign, `${path}: ${foreign}`);
  }
});

Deno.test('No text of a script goes on in a further line: scripts are served without indentation', () => {
  for (const { path, text } of sources.filter(({ path }) => path.endsWith('.js'))) {
    for (const line of text.split('\n')) {
      const marks = line.split('`').length - 1;
      holds(marks % 2 === 0, `${path}: ${line}`);
    }
  }
});

Deno.test('Files hold one noun: none is longer than 250 lines', () => {
  for (const { path, text } of sources.filter(({ path }) => !path.startsWith('web/i18n/'))) {
    holds(text.split('\n').length <= 251, path);
  }
});

Deno.test('Each page preloads exactly the modules that it needs', () => {
  const byPath = new Map(sources.map(({ path, text }) => [path, text]));
  for (const page of ['index', 'room', 'stage', 'admin', 'about', 'record']) {
    const entry = `web/js/pages/${page}.js`;
    const needed = new Set([entry]);
    for (const path of needed) {
      const imports = (byPath.get(path) ?? '').matchAll(
        /^(?:import|export|\} from)\b[^'(]*'(\.[^']+\.js)'/gm,
      );
      for (const [, relative = ''] of imports) {
        needed.add(new URL(relative, new URL(path, ROOT)).href.slice(ROOT.href.length));
      }
    }
    needed.delete(entry);
    const links = (byPath.get(`web/${page}.html`) ?? '').matchAll(
      /modulepreload" href="\/([^"]+)"/g,
    );
    same([...links].map(([, path]) => `web/${path}`).sort(), [...needed].sort(), page);
  }
});
