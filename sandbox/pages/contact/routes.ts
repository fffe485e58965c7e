import type { Hono } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../../store/refusal.js';
import type { Store } from '../../store/store.js';
import { IdTextSchema } from '../../id-text.js';
import { AccessFormSchema, GeneralFormSchema } from '../form-values.js';
import { readForm, type FormValues } from '../form.js';
import { contactPath, paths } from '../paths.js';
import { deniedPage, unknownPage } from '../refusal-pages.js';
import type { PageContext, PageEnv, View } from '../view.js';
import { messageBar } from '../widgets.js';
import { accessOf, readContact, type ContactModel } from './model.js';
import { generalTab, portalTab, type GeneralValues } from './page.js';

/** The contact form, for a known and for a new contact. */
export function contactRoutes(app: Hono<PageEnv>, store: Store): void {
  for (const path of [paths.contact, paths.newContact]) {
    app.get(path, async (c) => {
      const view = c.get('view');
      const model = await modelOf(c, store);
      if (model === null) return c.html(unknownPage(view), 404);
      const isSaved = c.req.query('saved') === '1';
      const message = isSaved ? { message: messageBar('Confirmation', view.t.contact.saved) } : {};
      return c.html(tabOf(c, { ...model, ...message }));
    });
    app.post(path, (c) => save(c, store));
  }
  app.get(paths.executeCommand, (c) => {
    const command = v.safeParse(OpenContactSchema, c.req.query());
    return command.success
      ? c.redirect(contactPath(command.output.ContactID))
      : c.html(unknownPage(c.get('view')), 404);
  });
}

/** The one command of many that is needed here. The vendor opens a pop-up for it. */
const OpenContactSchema = v.object({ Code: v.literal('OpenContact'), ContactID: IdTextSchema });

const QuerySchema = v.union([
  v.pipe(
    v.object({ contactId: IdTextSchema }),
    v.transform(({ contactId }) => ({ contactId })),
  ),
  v.pipe(
    v.object({ accountId: IdTextSchema }),
    v.transform(({ accountId }) => ({ companyId: accountId })),
  ),
]);

async function modelOf(c: PageContext, store: Store): Promise<ContactModel | null> {
  const query = v.safeParse(QuerySchema, c.req.query());
  const contact = query.success ? await readContact(store, query.output) : null;
  return contact && { ...contact, mayEdit: c.get('view').account?.mayConfigurePortal === true };
}

const isPortalTab = (c: PageContext): boolean => c.req.query('tab') === 'portal';

function tabOf(c: PageContext, model: ContactModel): ReturnType<typeof generalTab> {
  const view = c.get('view');
  return isPortalTab(c) && model.row !== null
    ? portalTab(view, model, accessOf(model.row, view.language))
    : generalTab(view, model, generalOf(model));
}

function generalOf({ row }: ContactModel): GeneralValues {
  if (row === null) return { firstName: '', lastName: '', email: '', phone: '', title: '', isActive: true };
  const { firstName, lastName, email, phone, title, isActive } = row.contact;
  return { firstName, lastName, email: email ?? '', phone: phone ?? '', title: title ?? '', isActive };
}

async function save(c: PageContext, store: Store): Promise<Response> {
  const view = c.get('view');
  const form = await readForm(c);
  if (form === null) return c.html(deniedPage(view, view.t.denied.token), 403);
  if (view.account?.mayConfigurePortal !== true)
    return c.html(deniedPage(view, view.t.denied.permission), 403);
  const model = await modelOf(c, store);
  if (model === null) return c.html(unknownPage(view), 404);
  return isPortalTab(c) ? saveAccess(c, store, model, form) : saveGeneral(c, store, model, form);
}

async function saveGeneral(
  c: PageContext,
  store: Store,
  model: ContactModel,
  form: FormValues,
): Promise<Response> {
  const view = c.get('view');
  const parsed = v.safeParse(GeneralFormSchema, form);
  if (!parsed.success) return refused(c, model, view.t.detail.invalid);
  const values = parsed.output;
  if (values.firstName === '' || values.lastName === '') {
    const message = messageBar('Warning', view.t.contact.nameMissing);
    return c.html(generalTab(view, { ...model, message }, values), 422);
  }
  const { email, phone, title, isActive, ...names } = values;
  const columns = {
    ...names,
    emailAddress: email === '' ? null : email,
    phone: phone === '' ? null : phone,
    title: title === '' ? null : title,
    isActive: Number(isActive),
  };
  const { company, row } = model;
  const id = row?.contact.id ?? (await store.contacts.create(company.id, columns));
  if (row !== null) await store.contacts.update(company.id, id, columns);
  return c.redirect(`${contactPath(id)}&saved=1`, 303);
}

async function saveAccess(
  c: PageContext,
  store: Store,
  model: ContactModel,
  form: FormValues,
): Promise<Response> {
  const view = c.get('view');
  const parsed = v.safeParse(AccessFormSchema, form);
  if (!parsed.success || model.row === null) return refused(c, model, view.t.detail.invalid);
  const { isActive, password, ...values } = parsed.output;
  const { contact, portalUser } = model.row;
  try {
    const account = { ...values, isClientPortalActive: isActive };
    if (portalUser !== null)
      await store.portalUsers.update(portalUser.id, { ...account, ...(password === '' ? {} : { password }) });
    else if (isActive) await store.portalUsers.create({ contactID: contact.id, password, ...account });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = messageBar('Warning', refusalText(view, error));
    return c.html(portalTab(view, { ...model, message }, parsed.output), 422);
  }
  return c.redirect(`${contactPath(contact.id, 'portal')}&saved=1`, 303);
}

function refusalText({ t }: View, { code }: Refusal): string {
  const known: Readonly<Record<string, string>> = t.contact.refusals;
  return known[code] ?? t.contact.refused;
}

/** For a form that no page of ours could have sent. */
function refused(c: PageContext, model: ContactModel, text: string): Response | Promise<Response> {
  return c.html(tabOf(c, { ...model, message: messageBar('Warning', text) }), 422);
}
