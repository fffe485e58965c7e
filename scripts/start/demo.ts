import type { ConnectionPreset } from '../build/preset.js';

/** The demo company of the sandbox's seed. */
const DEMO_COMPANY_ID = 174;

/** The sandbox's documented demo credentials as the connection that the built extension starts with. */
export function demoConnection(sandboxUrl: string): ConnectionPreset {
  const origin = new URL(sandboxUrl).origin;
  return {
    psaOrigin: origin,
    autotask: {
      user: 'api@sandbox.example',
      secret: 'sandbox-secret',
      integrationCode: 'SANDBOX',
      baseUrl: `${origin}/ATServicesRest/`,
    },
    portalService: { url: `${origin}/portal/v1`, token: 'sandbox-portal-token' },
  };
}

/** Who comes to see which company, and in which language. */
export interface DemoVisit {
  readonly user?: 'admin' | 'viewer';
  readonly language?: 'en' | 'de';
  readonly companyId?: number;
}

/** Opens the demo company's admin page in the PSA's shell, signed in: nothing has to be typed before the first click. */
export function demoPage(sandboxUrl: string, visit: DemoVisit = {}): string {
  const { user = 'admin', language = 'en', companyId = DEMO_COMPANY_ID } = visit;
  const inner = `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${companyId}`;
  const viewData = Buffer.from(JSON.stringify({ url: new URL(inner, sandboxUrl).href })).toString('base64');
  const shell = `/AutotaskOnyx/LandingPage?${new URLSearchParams({ view: 'client-portal', 'view-data': viewData }).toString()}`;
  const query = new URLSearchParams({ user, lang: language, next: shell });
  return new URL(`/_sandbox/sign-in?${query.toString()}`, sandboxUrl).href;
}
