import { prose } from '../core/prose.js';
import { h, must } from '../ui/dom.js';
import { createFooter } from '../views/footer.js';
import { createLanguage } from '../views/language.js';
import { proseNodes } from '../views/prose.js';
import * as common from './common.js';

const name = location.pathname.split('/')[2] ?? '';

await common.inLanguage(async (words, change) => {
  const { t, language } = words;
  must('header').replaceChildren(
    h('a', { href: '/' }, t('about.home')),
    createLanguage(language, change),
  );
  must('footer').replaceChildren(createFooter(words));
  const main = must('main');
  try {
    const answer = await fetch(`/texts/${encodeURIComponent(name)}.${language}.txt`);
    if (!answer.ok) throw new Error(String(answer.status));
    main.replaceChildren(...proseNodes(prose(await answer.text())));
  } catch {
    main.replaceChildren(h('h1', {}, t('app.name')), h('p', {}, t('about.missing')));
  }
  const heading = main.querySelector('h1')?.textContent || t('app.name');
  document.title = heading === t('app.name') ? heading : `${heading} – ${t('app.name')}`;
});
