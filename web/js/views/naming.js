/** @import { Context, View } from './types.d.ts' */
import { countGraphemes } from '../core/text.js';
import { h, newId, say, set, write } from '../ui/dom.js';

const NAME_MOST = 60;
const ORGANISATION_MOST = 80;
const CONTROL = 'name';

/**
 * Who asks: one line that opens a small form. Nobody has to fill it in.
 *
 * @param {Context} context
 * @param {string} askedAt where it is kept that the name has been asked for
 * @returns {View & { offer(): void }}
 */
export function createNaming(context, askedAt) {
  const { words: { t, refusal }, drafts, dispatch, forget, takeBack, redraw, announcer } = context;
  let known = { name: '', organisation: '' };
  let offered = false;
  /** @type {string | null} */
  let local = null;

  const line = h('span', { class: 'who' });
  const toggle = h('button', { type: 'button', class: 'plain', onclick: () => open(true) });
  const lead = h('p', { class: 'lead', hidden: true }, t('name.lead'));
  const name = h('input', { id: newId('name'), autocomplete: 'name', dir: 'auto' });
  const organisation = h('input', {
    id: newId('organisation'),
    autocomplete: 'organization',
    dir: 'auto',
  });
  const sentence = h('p', { class: 'refusal', id: newId('name'), hidden: true });
  const skip = h('button', { type: 'button', onclick: close });
  const form = h(
    'form',
    { hidden: true, novalidate: true, 'aria-label': t('name.form') },
    lead,
    h('p', { class: 'field' }, h('label', { for: name.id }, t('name.name')), name),
    h(
      'p',
      { class: 'field' },
      h('label', { for: organisation.id }, t('name.organisation')),
      organisation,
    ),
    sentence,
    h('p', { class: 'actions' }, h('button', { class: 'primary' }, t('name.save')), skip),
  );
  // Either the line or the form: on a phone there is no room for both.
  const now = h('p', { class: 'now' }, line, ' ', toggle);
  const element = h('name-line', {}, now, form);
  set(name, 'aria-describedby', sentence.id);

  /** @param {boolean} moveFocus only after an own act on this control */
  function open(moveFocus) {
    name.value = known.name;
    organisation.value = known.organisation;
    form.hidden = false;
    now.hidden = true;
    redraw();
    if (moveFocus) name.focus();
  }

  function close() {
    const inside = form.contains(document.activeElement);
    form.hidden = true;
    now.hidden = false;
    offered = false;
    local = null;
    forget(CONTROL);
    redraw();
    if (inside) toggle.focus();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wish = { name: name.value.trim(), organisation: organisation.value.trim() };
    local = countGraphemes(wish.name) > NAME_MOST
      ? 'nameTooLong'
      : countGraphemes(wish.organisation) > ORGANISATION_MOST
      ? 'organisationTooLong'
      : null;
    if (local) {
      announcer.assertive(refusal({ reason: local }));
      return redraw();
    }
    dispatch({
      does: 'setName',
      name: wish.name || undefined,
      organisation: wish.organisation || undefined,
    }, CONTROL);
    close();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  return {
    element,
    /** After the first question: the form stands there, focus stays where it is. */
    offer() {
      if (drafts.get(askedAt) || known.name || known.organisation) return;
      drafts.set(askedAt, 'yes');
      offered = true;
      open(false);
      announcer.polite('name', t('name.lead'));
    },
    update({ shown: { me, meeting }, refusal: refusalOf }) {
      const policy = meeting?.names ?? 'optional';
      toggle.hidden = policy === 'anonymous';
      known = { name: me?.name ?? '', organisation: me?.organisation ?? '' };
      const who = [known.name, known.organisation].filter(Boolean).join(', ');
      const none = policy === 'optional' ? t('name.none') : t(`name.policy.${policy}`);
      write(line, who ? t('name.as', { who }) : none);
      write(toggle, t(who ? 'name.change' : 'name.add'));
      write(skip, t(offered ? 'name.skip' : 'dialog.cancel'));
      lead.hidden = !offered;
      const back = takeBack(CONTROL, 'setName');
      if (back) {
        open(false);
        name.value = back.name ?? '';
        organisation.value = back.organisation ?? '';
      }
      const refused = local ? { reason: local } : refusalOf(CONTROL);
      say(sentence, refused && refusal(refused));
    },
  };
}
