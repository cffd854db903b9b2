/**
 * Gets ready what a command needs, then starts it: `node scripts/setup.mjs run|develop|test [script [arguments]]`.
 * `run` needs the packages for running, `develop` those for development too, `test` also Java and a browser. Runs on
 * Node 20 with nothing installed, says nothing when there is nothing to do, and nothing ever where the script writes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const [purpose, script, ...rest] = process.argv.slice(2);
const nodeMajor = 24;
const javaMajor = 17;
const javaPackages = 'openjdk-17-jre-headless';
const browserPackages = 'chromium fonts-noto-cjk';
const installedNote = 'node_modules/.package-lock.json';
const isDeployedShape = script === 'scripts/deployed.ts' || /--store[= ]dynamodb\b/.test(rest.join(' '));
/** Not for every command on tables: the audit of a deployment works on those of an account. */
const onDynamoDbLocal = isDeployedShape || (script === 'scripts/start.ts' && process.env.TIMEBANK_STORE === 'dynamodb');
const withDevelopment = purpose !== 'run' || onDynamoDbLocal || existsSync(join(root, 'node_modules/vitest'));
/** npm brings the Lambda's Node for these systems; any other needs its own. */
const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const systemsWithNode = ['linux-x64', 'linux-arm64', 'win-x64'];
const ownNodeSuffices = Number.parseInt(process.versions.node, 10) >= nodeMajor;

process.chdir(root);
if (!systemsWithNode.includes(system) && !ownNodeSuffices)
  stop(
    `On ${system} this needs Node ${nodeMajor} or newer, and this is ${process.version}: install it from nodejs.org.`,
  );
installPackages();
if (purpose === 'test' || onDynamoDbLocal) installJava();
if (purpose === 'test') installChromium();
if (script) start([script, ...rest]);

/** Ends with one sentence that says what is wrong and what to do. */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function packagedNode() {
  const file = join(root, 'node_modules', `node-${system}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/**
 * Running needs no development packages; DynamoDB Local does. What a developer has installed stays.
 * Not `npm ci`: that would throw away the Node it runs on, and refuses where a registry lacks other systems' packages.
 */
function installPackages() {
  if (isInstalled()) return;

  console.error(`Installing the packages for ${withDevelopment ? 'development' : 'running'} …`);
  if (!existsSync(installedNote)) rmSync('node_modules', { recursive: true, force: true });
  const npm = process.env.npm_execpath;
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const options = ['install', '--no-save', '--loglevel=error', ...patience, ...(withDevelopment ? [] : ['--omit=dev'])];
  const done = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...options], { encoding: 'utf8' })
    : spawnSync('npm', options, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status === 0 && isInstalled()) return;
  const reason = /npm error code (.+)/.exec(done.stderr ?? '')?.[1] ?? 'npm left some of them out';
  stop(`The packages could not be installed (${reason}): check network and disk, then give the same command again.`);
}

/** Compares npm's note with the lock file. npm writes the note last: an installation cut short has none. */
function isInstalled() {
  if (!existsSync(installedNote) || !(packagedNode() || ownNodeSuffices)) return false;
  const present = JSON.parse(readFileSync(installedNote, 'utf8')).packages;
  const locked = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  return locked.every(([path, { version, optional, dev, devOptional }]) => {
    const mayMiss = path === '' || optional || devOptional || (dev && !withDevelopment);
    return mayMiss || present[path]?.version === version;
  });
}

/** DynamoDB Local is a Java program. */
function installJava() {
  if (javaVersion() >= javaMajor) return;
  installDebian(`DynamoDB Local needs Java ${javaMajor} or newer`, javaPackages);
}

/** Pages are tested in the system's Chromium, with letters for Chinese. */
function installChromium() {
  const browser = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout;
  if (existsSync(browser) && fonts) return;
  installDebian('Testing pages needs Chromium and a Chinese font', browserPackages);
}

/** Programs are installed unasked only for developers, and only where that is one command. */
function installDebian(need, packages) {
  const install = `apt-get install --no-install-recommends ${packages}`;
  if (purpose === 'run' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    stop(`${need}: install it, on Debian or Ubuntu with \`${install}\`.`);

  console.error(`${need}: installing ${packages} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of ['apt-get update', `${install} --yes`]) {
    const [program, ...options] = command.split(' ');
    if (spawnSync(program, options, { env, stdio: 'ignore' }).status !== 0)
      stop(`${packages} could not be installed: give \`${command}\` yourself to see why.`);
  }
}

/** The major version of the first `java` on the path, or 0. Its release file is read: starting it takes too long. */
function javaVersion() {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const folders = (process.env.PATH ?? '').split(delimiter);
  const java = folders.map((folder) => join(folder, name)).find(isProgram);
  if (!java) return 0;
  const release = join(dirname(realpathSync(java)), '..', 'release');
  const text = existsSync(release) ? readFileSync(release, 'utf8') : String(spawnSync(java, ['-version']).stderr);
  return Number(/(?:JAVA_VERSION=|version )"(\d+)/.exec(text)?.[1] ?? 0);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts the script from here, because the shell of the very first `npm start` remembers the system's `node` for its
 * next command. Where it can, this process becomes the script, so that signals and kills reach the right one.
 */
function start(command) {
  const node = packagedNode() ?? process.execPath;
  if (process.execve) process.execve(node, [node, ...command], process.env);
  const child = spawn(node, command, { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
  child.on('error', ({ message }) => stop(`Node ${nodeMajor} does not start on this machine (${message}).`));
}
