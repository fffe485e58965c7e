import fc from 'fast-check';

/** What is wrong with one answer. */
const shapes = [
  'honest',
  'truncated',
  'junk',
  'mutated',
  'prototype',
  'deep',
  'page',
  'empty',
  'foreign-next-page',
  'same-next-page',
  'other-company',
  'errors',
  'cut',
  'no-connection',
  'redirect',
] as const;

/** An answer that no honest backend gives. `place` chooses where the honest one is broken. */
export interface Lie {
  readonly shape: (typeof shapes)[number];
  readonly status: number;
  readonly place: number;
  readonly junk: unknown;
  readonly retryAfter: string | null;
  readonly contentType: string;
}

const hostileValues = fc.constantFrom<unknown>(
  1e308,
  -1,
  0.5,
  2 ** 53,
  '',
  'x'.repeat(5_000),
  null,
  [],
  {},
  [[]],
  'Itgenatr005',
  'The request threshold has been exceeded.',
  "'; DROP TABLE contacts; --",
);

export const lies: fc.Arbitrary<Lie> = fc.record({
  shape: fc.constantFrom(...shapes),
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(201, 204, 304, 400, 401, 403, 404, 408, 409, 412, 418, 422, 429),
    },
    { weight: 1, arbitrary: fc.constantFrom(500, 502, 503, 504, 599) },
  ),
  place: fc.nat({ max: 10_000 }),
  junk: fc.oneof(hostileValues, fc.jsonValue({ maxDepth: 3 })),
  retryAfter: fc.constantFrom(
    null,
    null,
    '0',
    '90',
    '-5',
    'soon',
    '9'.repeat(25),
    'Tue, 24 Nov 2099 14:00:00 GMT',
  ),
  contentType: fc.constantFrom('application/json', 'text/html', 'application/octet-stream', 'nonsense'),
});

/** The answer as `fetch` gives it: a real `Response`, or a rejection where there is none. */
export function tell(lie: Lie, honest: unknown): Response {
  if (lie.shape === 'no-connection') throw new TypeError('fetch failed');
  // What fetch does with a redirect that it was told not to follow; a test of its own shows that it is told so.
  if (lie.shape === 'redirect') throw new TypeError('unexpected redirect');
  const headers = new Headers({ 'Content-Type': lie.contentType });
  if (lie.retryAfter !== null) headers.set('Retry-After', lie.retryAfter);
  const hasNoBody = [204, 304].includes(lie.status);
  return new Response(hasNoBody ? null : bodyOf(lie, honest), { status: lie.status, headers });
}

function bodyOf(lie: Lie, honest: unknown): BodyInit {
  const text = JSON.stringify(honest);
  switch (lie.shape) {
    case 'truncated':
      return text.slice(0, lie.place % text.length);
    case 'junk':
      return JSON.stringify(lie.junk);
    case 'mutated':
      return JSON.stringify(mutated(honest, lie));
    case 'prototype':
      return text.replaceAll(
        '{',
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
      );
    case 'deep':
      return `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    case 'page':
      return '<!doctype html><title>Sign in</title><script>alert(1)</script>';
    case 'empty':
      return '';
    case 'foreign-next-page':
      return withNextPage(honest, 'https://stranger.example/ATServicesRest/V1.0/Contacts/query/next');
    case 'same-next-page':
      return withNextPage(honest, 'https://psa.example/ATServicesRest/V1.0/Contacts/query/next?paging=1');
    case 'other-company':
      return text.replaceAll(/"(companyID|companyId)":\d+/g, '"$1":666');
    case 'errors':
      return JSON.stringify({ errors: [lie.junk, { message: lie.junk }] });
    case 'cut':
      return cutShort(text);
    default:
      return text;
  }
}

function withNextPage(honest: unknown, nextPageUrl: string): string {
  return JSON.stringify({ ...Object(honest), pageDetails: { nextPageUrl } });
}

/** The honest value with something else, or nothing, at one of its places. */
function mutated(honest: unknown, { place, junk }: Lie): unknown {
  let left = place % countOf(honest);
  const visit = (value: unknown): unknown => {
    left -= 1;
    if (left === -1) return junk;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, visit(one)]);
    return Object.fromEntries(entries);
  };
  return visit(honest);
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, one: unknown) => sum + countOf(one), 1);
}

/** A body whose connection breaks in the middle. */
function cutShort(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
      controller.error(new TypeError('terminated'));
    },
  });
}
