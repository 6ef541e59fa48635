import { h, newId, say, set } from '../ui/dom.js';

/**
 * A row of buttons, each of which opens its panel below; one at a time, so that nothing piles up.
 *
 * @param {string} label of the row
 * @param {{ name: string, label: string, element: HTMLElement }[]} panels
 */
export function createToolbox(label, panels) {
  let open = '';

  const tools = panels.map(({ name, label, element }) => {
    element.id ||= newId('tool');
    const button = h('button', {
      type: 'button',
      'data-tool': name,
      'aria-controls': element.id,
      onclick: () => show(open === name ? '' : name),
    }, h('span', {}, label));
    const news = h('span', { class: 'news', hidden: true });
    button.append(news);
    return { name, button, element, news };
  });
  const element = h(
    'div',
    { class: 'toolbox' },
    h(
      'div',
      { class: 'actions', role: 'group', 'aria-label': label },
      ...tools.map(({ button }) => button),
    ),
    ...tools.map((tool) => tool.element),
  );

  /** @param {string} name */
  function show(name) {
    open = name;
    for (const tool of tools) {
      tool.element.hidden = tool.name !== open;
      set(tool.button, 'aria-expanded', String(tool.name === open));
    }
  }

  show('');
  return {
    element,
    /** @param {string} name @param {string | null} words what stands behind its label */
    tell(name, words) {
      const tool = tools.find((one) => one.name === name);
      if (tool) say(tool.news, words);
    },
  };
}
