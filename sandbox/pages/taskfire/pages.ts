import { html } from 'hono/html';
import {
  contractEnd,
  portalLevels,
  type ActiveTaskfire,
  type BillingContract,
  type Company,
  type SecurityLevel,
  type TaskfireAgreement,
} from '../../../src/model/index.js';
import { innerPage } from '../layout.js';
import { clientPath, taskfirePath } from '../paths.js';
import type { View } from '../view.js';
import {
  checkbox,
  editor,
  messageBar,
  readOnlyData,
  section,
  selector,
  toolBarButton,
  type Choice,
  type Markup,
} from '../widgets.js';

/** What every one of these pages has. */
interface TaskfirePage {
  readonly company: Company;
  /** Why what was sent was refused. */
  readonly problems: readonly string[];
}

function page(
  view: View,
  { company, problems }: TaskfirePage,
  part: { title: string; step: string; submit?: string; content: Markup },
): Markup {
  const submit = part.submit === undefined ? '' : toolBarButton(part.submit);
  return innerPage(view, {
    title: part.title,
    secondaryTitle: company.name,
    bodyClass: 'EntityEdit',
    formAction: taskfirePath(company.id, part.step),
    toolBar: html`${submit} ${toolBarButton(view.t.detail.cancel, { href: clientPath(company.id) })}`,
    content: html`${problems.length === 0 ? '' : messageBar('Warning', problems.join(' '))}
    ${section(part.title, part.content)}`,
  });
}

/** T1: the agreement, with a check box for each statement. */
export function agreementPage(view: View, about: TaskfirePage, agreement: TaskfireAgreement): Markup {
  return page(view, about, {
    title: agreement.title,
    step: 'enable',
    submit: view.t.taskfire.accept,
    content: html`${agreement.paragraphs.map((text) => html`<p>${text}</p>`)}
      <input type="hidden" name="agreementVersion" value="${agreement.version}" />
      ${agreement.confirmations.map(({ id, text }) =>
        editor(text, (labelId) =>
          checkbox({ name: `confirm.${id}`, isChecked: false, isDisabled: false, labelId }),
        ),
      )}`,
  });
}

/** T2: what was accepted, by whom and when. */
export function acknowledgmentPage(
  view: View,
  about: TaskfirePage,
  { taskfire, agreement }: { taskfire: ActiveTaskfire; agreement: TaskfireAgreement },
): Markup {
  const { t } = view;
  const when = new Intl.DateTimeFormat(view.language, { dateStyle: 'medium', timeStyle: 'short' });
  return page(view, about, {
    title: agreement.title,
    step: 'acknowledgment',
    content: html`${agreement.paragraphs.map((text) => html`<p>${text}</p>`)}
    ${agreement.confirmations.map(({ text }) => html`<p>✓ ${text}</p>`)}
    ${readOnlyData(t.taskfire.acceptedBy, taskfire.acceptedBy)}
    ${readOnlyData(t.taskfire.acceptedAt, when.format(new Date(taskfire.acceptedAt)))}`,
  });
}

/** T2: contract and service; each contract has a list of services of its own. */
export function billingPage(
  view: View,
  about: TaskfirePage,
  { taskfire, contracts }: { taskfire: ActiveTaskfire; contracts: readonly BillingContract[] },
): Markup {
  const { t } = view;
  const chosen = taskfire.billing?.contractId;
  const choices = [
    { value: '', label: t.taskfire.none },
    ...contracts.map((one) => contractChoice(view, one)),
  ];
  return page(view, about, {
    title: t.taskfire.billing,
    step: 'billing',
    submit: t.detail.save,
    content: html`${editor(t.taskfire.contract, (labelId) =>
      selector({ name: 'contract', value: chosen?.toString() ?? '', choices, isDisabled: false, labelId }),
    )}
    ${contracts.map(({ id, services }) => {
      const own = services.map((service): Choice => ({ value: service.id.toString(), label: service.name }));
      const now = id === chosen ? taskfire.billing?.serviceId : services[0]?.id;
      return html`<div class="Dependent" data-shown-when="contract=${id}" ${id === chosen ? '' : 'hidden'}>
        ${editor(t.taskfire.service, (labelId) =>
          selector({
            ...{ name: `service.${id}`, value: now?.toString() ?? '', choices: own },
            ...{ isDisabled: false, labelId },
          }),
        )}
      </div>`;
    })}`,
  });
}

function contractChoice({ t }: View, { id, name, expiresOn }: BillingContract): Choice {
  const isOver = contractEnd(expiresOn, new Date().toISOString().slice(0, 10)) === 'over';
  return { value: id.toString(), label: isOver ? `${name} (${t.taskfire.expired})` : name };
}

/** T3: a client portal level for each Taskfire level that somebody has. */
export function disablePage(
  view: View,
  about: TaskfirePage,
  { taskfire, levels }: { taskfire: ActiveTaskfire; levels: readonly SecurityLevel[] },
): Markup {
  const { t } = view;
  const choices = portalLevels(levels).map(({ id, name }): Choice => ({ value: id.toString(), label: name }));
  return page(view, about, {
    title: t.taskfire.disable,
    step: 'disable',
    submit: t.taskfire.disable,
    content: html`${taskfire.levelsInUse.length === 0 ? '' : html`<p>${t.taskfire.moves}</p>`}
    ${taskfire.levelsInUse.map(({ id, name, users }) =>
      editor(`${name} (${users})`, (labelId) =>
        selector({ name: `move.${id}`, value: '', choices, isDisabled: false, labelId }),
      ),
    )}`,
  });
}
