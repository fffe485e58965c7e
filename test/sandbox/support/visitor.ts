import type { TestSandbox } from './sandbox.js';

export interface Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where a redirect leads, else null. */
  readonly location: string | null;
}

/** Somebody at the admin pages: keeps cookies and follows no redirect on its own. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly sandbox: Pick<TestSandbox, 'url'>) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Visit> {
    return this.ask(path, { headers });
  }

  post(path: string, form: Readonly<Record<string, string>>): Promise<Visit> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Signs in without typing, as the start command does. */
  async signIn(user: 'admin' | 'viewer', language: 'en' | 'de' = 'en'): Promise<this> {
    const { status } = await this.get(`/_sandbox/sign-in?user=${user}&lang=${language}`);
    if (status !== 302) throw new Error(`sign-in answered ${status}`);
    return this;
  }

  /** Opens a page and posts its form with some values changed, as its Save does. */
  async save(path: string, changes: Readonly<Record<string, string>>): Promise<Visit> {
    const { html } = await this.get(path);
    return this.post(path, { ...formValues(html), ...changes });
  }

  /** Opens a page and posts one of its forms with a file in it. */
  async upload(path: string, values: Readonly<Record<string, string>>, file: Blob): Promise<Visit> {
    const { csrf = '' } = formValues((await this.get(path)).html);
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf, ...values })) body.set(name, value);
    body.set('file', file, 'logo.png');
    return this.ask(path, { method: 'POST', body });
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  private async ask(path: string, init: RequestInit): Promise<Visit> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), Cookie: cookie };
    const response = await fetch(new URL(path, this.sandbox.url()), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      this.cookies.set(name, value);
    }
    const location = response.headers.get('Location');
    return { status: response.status, headers: response.headers, html: await response.text(), location };
  }
}

/** What the form of a page would send: the values of its enabled inputs, by name. */
export function formValues(html: string): Record<string, string> {
  const inputs = (html.match(/<input\b[^>]*>/g) ?? []).filter((input) => !/\sdisabled[\s/>]/.test(input));
  const values = inputs.flatMap((input): [string, string][] => {
    const name = attribute(input, 'name');
    return name === undefined || name === 'search' ? [] : [[name, attribute(input, 'value') ?? '']];
  });
  return Object.fromEntries(values);
}

/** The texts of all elements of a class that begin with a text of their own. */
export function textsOf(html: string, className: string): string[] {
  const pattern = new RegExp(`<(\\w+)[^>]*class="(?:[^"]* )?${className}(?: [^"]*)?"[^>]*>([^<]*)<`, 'g');
  return [...html.matchAll(pattern)]
    .map((match) => decode(match[2] ?? '').trim())
    .filter((text) => text !== '');
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => entities[name] ?? all);
}
