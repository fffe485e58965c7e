import type { ConnectionPreset } from '../build/preset.js';

/** The demo company of the sandbox's seed. */
const DEMO_COMPANY_ID = 174;

/** The accounts of the sandbox; `viewer` may only read. */
export type DemoUser = 'admin' | 'viewer';

/** The sandbox's documented credentials of each. */
const credentials = {
  admin: { user: 'api@sandbox.example', secret: 'sandbox-secret', token: 'sandbox-portal-token' },
  viewer: {
    user: 'api-viewer@sandbox.example',
    secret: 'sandbox-viewer-secret',
    token: 'sandbox-viewer-token',
  },
} as const;

/** The connection that the built extension starts with. */
export function demoConnection(sandboxUrl: string, owner: DemoUser = 'admin'): ConnectionPreset {
  const { user, secret, token } = credentials[owner];
  const origin = new URL(sandboxUrl).origin;
  return {
    psaOrigin: origin,
    autotask: {
      user,
      secret,
      integrationCode: 'SANDBOX',
      baseUrl: `${origin}/ATServicesRest/`,
    },
    portalService: { url: `${origin}/portal/v1`, token },
  };
}

/** Who comes to see which company, and in which language. */
export interface DemoVisit {
  readonly user?: DemoUser;
  readonly language?: 'en' | 'de';
  readonly companyId?: number;
}

/** Opens the demo company's admin page in the PSA's shell, signed in: nothing has to be typed before the first click. */
export function demoPage(sandboxUrl: string, visit: DemoVisit = {}): string {
  const { user = 'admin', language = 'en', companyId = DEMO_COMPANY_ID } = visit;
  const query = new URLSearchParams({ user, lang: language, next: shellPath(sandboxUrl, companyId) });
  return new URL(`/_sandbox/sign-in?${query.toString()}`, sandboxUrl).href;
}

/** A company's admin page in the PSA's shell, for whoever is signed in. */
export function shellPath(psaUrl: string, companyId: number): string {
  const inner = `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${companyId}`;
  const viewData = Buffer.from(JSON.stringify({ url: new URL(inner, psaUrl).href })).toString('base64');
  return `/AutotaskOnyx/LandingPage?${new URLSearchParams({ view: 'client-portal', 'view-data': viewData }).toString()}`;
}
