import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isCallOf(node: Node, names: readonly string[]): boolean {
  const { callee } = node;
  if (!isNode(callee)) return false;
  const named = callee.type === 'MemberExpression' ? callee.property : callee;
  return isNode(named) && names.includes(String(named.name));
}

/** A text that code is made of, as in `setTimeout('…')`; templates too. */
function isText(value: unknown): boolean {
  return (
    isNode(value) &&
    ((value.type === 'Literal' && typeof value.value === 'string') || value.type === 'TemplateLiteral')
  );
}

/** What a node would run that is not in the package, in words, or undefined. */
function remoteCodeOf(node: Node): string | undefined {
  const [first] = Array.isArray(node.arguments) ? (node.arguments as unknown[]) : [];
  switch (node.type) {
    case 'CallExpression':
      if (isCallOf(node, ['eval', 'Function', 'importScripts']))
        return 'a call of eval, Function or importScripts';
      return isCallOf(node, ['setTimeout', 'setInterval']) && isText(first)
        ? 'a timer with code as text'
        : undefined;
    case 'NewExpression':
      return isCallOf(node, ['Function', 'Worker', 'SharedWorker']) ? 'new Function or a worker' : undefined;
    case 'ImportExpression':
      return isLocal(node.source)
        ? undefined
        : 'an import of an address that is made at run time, or elsewhere';
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return isLocal(node.source) ? undefined : 'an import from elsewhere';
    default:
      return undefined;
  }
}

/** A file of the package: `./…`, `../…` or `/…`, but not `//host/…`. */
function isLocal(source: unknown): boolean {
  return isNode(source) && typeof source.value === 'string' && /^(\.{1,2}\/|\/(?!\/))/.test(source.value);
}

/**
 * What in a script could run code that is not in the package, as the stores forbid it for Manifest V3; found in its syntax,
 * so that words in texts and comments do not count. Returns what it is and its first characters.
 */
export function remoteCodeIn(script: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const what = remoteCodeOf(value);
    if (what !== undefined)
      found.push(`${what}: ${script.slice(Number(value.start), Number(value.start) + 60)}`);
    Object.values(value).forEach(visit);
  };
  const { program, errors } = parseSync('script.js', script);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  visit(program);
  return found;
}
