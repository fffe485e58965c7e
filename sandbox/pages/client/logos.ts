import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import * as v from 'valibot';
import {
  LogoSlotSchema,
  logoSlots,
  MOST_LOGO_BYTES,
  type LogoSlot,
  type LogoUpload,
} from '../../../src/model/index.js';
import { IdTextSchema } from '../../id-text.js';
import type { LogoWriteResult, StoredLogos } from '../../store/logos.js';
import type { Store } from '../../store/store.js';
import { carriesToken } from '../form.js';
import { csrfField, innerPage } from '../layout.js';
import { clientPath, logoPath, logosPath, paths } from '../paths.js';
import { deniedPage, unknownPage } from '../refusal-pages.js';
import type { PageContext, PageEnv, View } from '../view.js';
import { messageBar, readOnlyData, section, toolBarButton, type Markup } from '../widgets.js';

const QuerySchema = v.object({ accountId: IdTextSchema });
const PictureQuerySchema = v.object({ accountId: IdTextSchema, slot: LogoSlotSchema });
/** A file, with an empty one where none was chosen. */
const FormSchema = v.object({
  csrf: v.string(),
  slot: LogoSlotSchema,
  act: v.picklist(['upload', 'remove']),
  file: v.optional(v.instance(File)),
});
/** A file and what the form says around it. */
const MOST_BODY = 2 * MOST_LOGO_BYTES;

interface LogosModel {
  readonly companyId: number;
  readonly companyName: string;
  readonly logos: StoredLogos;
  readonly mayEdit: boolean;
  readonly message?: Markup;
}

/** G: "Manage Logos" of a company, a plain upload form for each place. The last one who saves wins, as in the vendor's forms. */
export function logoRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.logos, async (c) => {
    const model = await modelOf(c, store);
    return model === null ? c.html(unknownPage(c.get('view')), 404) : c.html(logosPage(c.get('view'), model));
  });
  app.get(paths.logo, (c) => picture(c, store));
  // The rest of the body is on its way, so the connection is of no use to the next request.
  const tooLarge = (c: PageContext) =>
    c.text(c.get('view').t.logos.problems['too-large'], 413, { Connection: 'close' });
  app.post(paths.logos, bodyLimit({ maxSize: MOST_BODY, onError: tooLarge }), (c) => save(c, store));
}

async function modelOf(c: PageContext, store: Store): Promise<LogosModel | null> {
  const query = v.safeParse(QuerySchema, c.req.query());
  const company = query.success ? await store.companies.get(query.output.accountId) : null;
  if (company === null) return null;
  const mayEdit = c.get('view').account?.mayConfigurePortal === true;
  const logos = await store.logos.get(company.id);
  return { companyId: company.id, companyName: company.name, logos, mayEdit };
}

/** The bytes as their own type and nothing else: no browser may guess. */
async function picture(c: PageContext, store: Store): Promise<Response> {
  const query = v.safeParse(PictureQuerySchema, c.req.query());
  if (!query.success || (await store.companies.get(query.output.accountId)) === null) return c.notFound();
  const { own, inherited } = await store.logos.get(query.output.accountId);
  const logo = own[query.output.slot] ?? inherited[query.output.slot];
  if (logo === null) return c.notFound();
  const headers = { 'Content-Type': logo.type, 'X-Content-Type-Options': 'nosniff' };
  return c.body(new Uint8Array(Buffer.from(logo.data, 'base64')), 200, headers);
}

async function save(c: PageContext, store: Store): Promise<Response> {
  const view = c.get('view');
  const form = v.safeParse(FormSchema, await c.req.parseBody());
  if (!form.success || !carriesToken(c, form.output.csrf))
    return c.html(deniedPage(view, view.t.denied.token), 403);
  const model = await modelOf(c, store);
  if (model?.mayEdit === false) return c.html(deniedPage(view, view.t.denied.permission), 403);
  if (model === null) return c.html(unknownPage(view), 404);
  const { act, slot, file } = form.output;
  const upload = act === 'upload' ? await uploadOf(file) : null;
  const result = await store.logos.save({ companyId: model.companyId, slot, upload });
  if (result.kind === 'saved') return c.redirect(logosPath(model.companyId), 303);
  return c.html(logosPage(view, { ...model, message: refusal(view, result) }), 422);
}

async function uploadOf(file: File | undefined): Promise<LogoUpload> {
  const bytes = await file?.arrayBuffer();
  return { data: Buffer.from(bytes ?? new ArrayBuffer(0)).toString('base64') };
}

function refusal({ t }: View, result: LogoWriteResult): Markup {
  return messageBar(
    'Warning',
    result.kind === 'refused' ? t.logos.problems[result.problem] : t.detail.invalid,
  );
}

function logosPage(view: View, model: LogosModel): Markup {
  const { t } = view;
  return innerPage(view, {
    title: t.manageLogos,
    secondaryTitle: model.companyName,
    toolBar: html`${toolBarButton(t.detail.cancel, { href: clientPath(model.companyId) })}`,
    content: html`${model.message ?? ''} ${logoSlots.map((slot) => slotSection(view, model, slot))}`,
  });
}

function slotSection(view: View, { companyId, logos, mayEdit }: LogosModel, slot: LogoSlot): Markup {
  const { t } = view;
  const own = logos.own[slot];
  const shown = own ?? logos.inherited[slot];
  const origin = own !== null ? t.logos.own : shown === null ? t.logos.none : t.logos.inherited;
  // The version makes browsers ask again for a picture that is another by now.
  const source = `${logoPath(companyId, slot)}&version=${logos.version}`;
  const form = html`<form method="post" action="${logosPath(companyId)}" enctype="multipart/form-data">
    ${csrfField(view)}<input type="hidden" name="slot" value="${slot}" />
    <input type="file" name="file" aria-label="${t.logos.slots[slot]}" />
    <button type="submit" name="act" value="upload">${t.logos.upload}</button>
    ${own === null ? '' : html`<button type="submit" name="act" value="remove">${t.logos.remove}</button>`}
  </form>`;
  return section(
    t.logos.slots[slot],
    html`<div class="Logo" data-slot="${slot}">
      ${
        shown === null
          ? ''
          : html`<img
              src="${source}"
              width="${shown.width}"
              height="${shown.height}"
              alt="${t.logos.slots[slot]}"
            />`
      }
      ${readOnlyData(t.logos.origin, origin)} ${mayEdit ? form : ''}
    </div>`,
  );
}
