import { html } from 'hono/html';
import { portalSwitchLockedByTaskfire } from '../../../src/model/index.js';
import { innerPage } from '../layout.js';
import { clientPath } from '../paths.js';
import type { View } from '../view.js';
import { messageBar, toolBarButton, type Markup } from '../widgets.js';
import { flagEditor, generalSection } from './general-section.js';
import type { ClientModel } from './model.js';
import { earlyAccessSection, requestTypesSection } from './other-sections.js';
import { taskfireSection } from '../taskfire/section.js';
import { usersSection } from './users-section.js';

/** The page of one company as the vendor's help describes it: one form, one Save for all settings. */
export function clientPage(view: View, model: ClientModel): Markup {
  const { t } = view;
  const { company, mayEdit } = model;
  const action = clientPath(company.id);
  return innerPage(view, {
    title: t.detail.title,
    secondaryTitle: company.name,
    bodyClass: 'EntityEdit',
    titleEnd: portalSwitch(view, model),
    formAction: action,
    toolBar: html`${toolBarButton(t.detail.save, { isDisabled: !mayEdit })}
    ${toolBarButton(t.detail.cancel, { href: action })}`,
    content: html`${model.message ?? ''} ${mayEdit ? '' : messageBar('Warning', t.detail.readOnly)}
    ${generalSection(view, model)} ${taskfireSection(view, model)} ${requestTypesSection(view, model)}
    ${earlyAccessSection(view, model)} ${usersSection(view, model)}`,
  });
}

/** S1, top right. While Taskfire is active it is read-only. */
function portalSwitch(view: View, model: ClientModel): Markup {
  const isLocked = portalSwitchLockedByTaskfire(model.taskfire.isActive);
  const reason = isLocked ? html`<span class="Hint">${view.t.detail.lockedByTaskfire}</span>` : '';
  return html`${reason} ${flagEditor(view, model, 'portalEnabled', isLocked)}`;
}
