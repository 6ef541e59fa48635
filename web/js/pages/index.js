import { readCode } from '../core/text.js';
import { h, must, newId, say, set } from '../ui/dom.js';
import { createFooter } from '../views/footer.js';
import { createLanguage } from '../views/language.js';
import * as common from './common.js';

let typed = '';

await common.inLanguage((words, change) => {
  const { t, language } = words;
  const sentence = h('p', { class: 'refusal', id: newId('code'), hidden: true });
  const hint = h('p', { class: 'hint', id: newId('code') }, t('join.hint'));
  const field = h('input', {
    id: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    'aria-describedby': `${hint.id} ${sentence.id}`,
  });
  field.value = typed;
  field.addEventListener('input', () => {
    typed = field.value;
    say(sentence, null);
    set(field, 'aria-invalid', null);
  });
  const form = h(
    'form',
    { class: 'join', novalidate: true },
    h('label', { for: field.id }, t('join.code')),
    h('div', { class: 'line' }, field, h('button', { class: 'primary' }, t('join.go'))),
    hint,
    sentence,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = readCode(field.value);
    if (code) return location.assign(`/r/${code}`);
    say(sentence, t('join.wrong'));
    set(field, 'aria-invalid', 'true');
    common.pageAnnouncer().assertive(t('join.wrong'));
    field.focus();
  });
  must('header').replaceChildren(createLanguage(language, change));
  must('main').replaceChildren(
    h('img', { src: '/icons/icon.svg', alt: '', width: 64, height: 64 }),
    h('h1', {}, t('app.name')),
    h('p', { class: 'lead' }, t('join.lead')),
    form,
    h('p', { class: 'privacy' }, t('join.privacy')),
  );
  must('footer').replaceChildren(createFooter(words));
  document.title = t('app.name');
});
