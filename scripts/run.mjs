// Runs one of the project's TypeScript programs on a machine that has only Node and npm: checks Node's version, installs
// the dependencies where they are missing or older than the lock file, then hands over. Plain JavaScript and Node's own
// modules only, since it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [program = 'scripts/start/start.ts', ...args] = process.argv.slice(2);

requireNode();
installDependencies();
handOver();

function requireNode() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const [wantedMajor = 0, wantedMinor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(
    `This needs Node ${engines.node}, and here runs ${process.versions.node}. Install a newer Node and start again.`,
  );
  process.exit(1);
}

function installDependencies() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const locked = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  refuseLinkedModules();
  console.log('Installing the dependencies (npm ci), about a minute …');
  // Some test tools ask for a newer Node than they need; their warnings would bury what matters.
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('npm ci failed; its message stands above. Mend that and start again.');
  process.exit(status ?? 1);
}

/** `npm ci` empties `node_modules` first, and through a link that is the folder of another checkout. */
function refuseLinkedModules() {
  const modules = path.join(root, 'node_modules');
  const isLink = lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (!isLink) return;
  console.error(
    'The dependencies are missing or older than package-lock.json, and node_modules is a link: npm ci would empty the folder ' +
      'that it points to. Remove the link and start again, or install where it points to. Nothing was changed.',
  );
  process.exit(1);
}

function handOver() {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, program), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl+C reaches the child by itself, since it shares the terminal; a signal sent to this process alone does not.
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
