/** @import { Context, Model, View } from './types.d.ts' */
import { h } from '../ui/dom.js';
import { createAgendaEditor } from './agenda-editor.js';
import { createBackstage } from './backstage.js';
import { createBehalf } from './behalf.js';
import { createChair } from './chair.js';
import { createChatSteering } from './chat-steering.js';

/**
 * Everything that only whoever moderates sees: each part has its place in one of the views.
 *
 * @param {Context} context
 * @param {() => { meeting: string | null, key: string | null }} record where the record is
 * @returns {View & { plan: HTMLElement, inbox: HTMLElement, asking: HTMLElement, talk: HTMLElement,
 *   saved(): void, undo(): void, stop(): void, code(): void }}
 */
export function createDesk(context, record) {
  const chair = createChair(context, record);
  const plan = createAgendaEditor(context);
  const backstage = createBackstage(context);
  const behalf = createBehalf(context);
  const steering = createChatSteering(context);
  const views = [chair, plan, backstage, behalf, steering];
  return {
    element: chair.element,
    plan: plan.element,
    inbox: backstage.element,
    asking: h('div', { class: 'asking' }, behalf.element),
    talk: steering.element,
    saved: chair.saved,
    undo: chair.undo,
    stop: chair.stop,
    code: chair.code,
    /** @param {Model} model */
    update(model) {
      for (const view of views) view.update(model);
    },
  };
}
